import { TestApiProvider } from '@backstage/frontend-test-utils';
import { SignalApi, signalApiRef } from '@backstage/plugin-signals-react';
import { act, renderHook } from '@testing-library/react';
import { PropsWithChildren } from 'react';
import { useLive } from './useLive';

/** Signals of a backend that speaks when the test does. */
class Signals implements SignalApi {
  readonly #listeners = new Set<(message: any) => void>();

  subscribe(channel: string, listener: (message: any) => void) {
    if (channel === 'gomon') this.#listeners.add(listener);
    return { unsubscribe: () => this.#listeners.delete(listener) };
  }

  say() {
    this.#listeners.forEach(listener => listener({ changed: true }));
  }
}

/** Lets what was asked be answered. */
const settle = (ms = 0) => act(() => jest.advanceTimersByTimeAsync(ms));

const signals = new Signals();

const withSignals = ({ children }: PropsWithChildren) => (
  <TestApiProvider apis={[[signalApiRef, signals]]}>{children}</TestApiProvider>
);
const withoutSignals = ({ children }: PropsWithChildren) => (
  <TestApiProvider apis={[]}>{children}</TestApiProvider>
);

describe('useLive', () => {
  const load = jest.fn<Promise<number>, [AbortSignal]>();

  beforeEach(() => {
    jest.useFakeTimers();
    let answers = 0;
    load.mockReset().mockImplementation(async () => {
      answers += 1;
      return answers;
    });
  });
  afterEach(() => jest.useRealTimers());

  async function show(wrapper: typeof withSignals) {
    const shown = renderHook(() => useLive('question', load), { wrapper });
    await settle();
    return shown;
  }

  it('asks at once, and again as soon as a signal says that something has changed', async () => {
    const { result } = await show(withSignals);
    expect(result.current.value).toBe(1);
    await act(async () => signals.say());
    await settle();
    expect(result.current.value).toBe(2);
  });

  it('polls between signals, twice as often where there are none', async () => {
    const told = await show(withSignals);
    await settle(9_000);
    expect(told.result.current.value).toBe(1);
    await settle(1_000);
    expect(told.result.current.value).toBe(2);
    told.unmount();

    const untold = await show(withoutSignals);
    expect(untold.result.current.value).toBe(3);
    await settle(5_000);
    expect(untold.result.current.value).toBe(4);
  });

  it('keeps what it knew while nobody answers, asks ever more rarely, and says when it is over', async () => {
    const { result } = await show(withoutSignals);
    load.mockRejectedValue(new TypeError('Failed to fetch'));
    await settle(5_000);
    expect(result.current.value).toBe(1);
    expect(result.current.problem).toBeDefined();
    load.mockClear();
    await settle(60_000);
    // After 5, 15 and 35 s; not after every 5 s.
    expect(load).toHaveBeenCalledTimes(3);
    load.mockResolvedValue(9);
    await act(async () => result.current.reload());
    await settle();
    expect(result.current.value).toBe(9);
    expect(result.current.problem).toBeUndefined();
  });

  it('rests while its tab is hidden, and catches up when it is shown', async () => {
    const visibility = jest.spyOn(document, 'visibilityState', 'get');
    const { result } = await show(withoutSignals);
    visibility.mockReturnValue('hidden');
    await settle(60_000);
    expect(load).toHaveBeenCalledTimes(1);
    visibility.mockReturnValue('visible');
    act(() => void document.dispatchEvent(new Event('visibilitychange')));
    await settle();
    expect(result.current.value).toBe(2);
    visibility.mockRestore();
  });
});
