import { act, renderHook } from '@testing-library/react';
import { useSettled } from './useSettled';

describe('useSettled', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('takes a word, not its letters', () => {
    const { result, rerender } = renderHook(text => useSettled(text), {
      initialProps: '',
    });
    for (const text of ['r', 're', 'ref']) {
      rerender(text);
      act(() => jest.advanceTimersByTime(200));
      expect(result.current).toBe('');
    }
    act(() => jest.advanceTimersByTime(100));
    expect(result.current).toBe('ref');
  });
});
