import { sparklinePath } from './sparklinePath';

const trend = (...values: (number | null)[]) => ({
  until: '2025-01-31T12:00:00Z',
  values,
});

describe('sparklinePath', () => {
  it('ends now, at the right edge, and goes from 0 to 100 percent', () => {
    expect(sparklinePath(trend(0, 100), 61, 20)).toBe('M59 19L60 1');
  });

  it('breaks where nothing was seen', () => {
    expect(sparklinePath(trend(50, null, 50, 50), 61, 20)).toBe(
      'M57 10h0.01M59 10L60 10',
    );
  });

  it('draws nothing of what was never seen', () => {
    expect(sparklinePath(undefined, 61, 20)).toBe('');
    expect(sparklinePath(trend(null), 61, 20)).toBe('');
  });
});
