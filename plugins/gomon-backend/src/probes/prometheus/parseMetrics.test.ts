import { parseMetrics } from './parseMetrics';

describe('parseMetrics', () => {
  const metrics = parseMetrics(`
# HELP rows_total Rows.
# TYPE rows_total counter
rows_total{type="import",path="a\\"b\\\\c\\nd"} 12
rows_total{type="write"} 3.5e1 1700000000000
plain 7
infinite +Inf
broken{type="x" 1
nothing NaN
`);

  it('sums over all labels and over those that match', () => {
    expect(metrics.sum('rows_total')).toBe(47);
    expect(metrics.sum('rows_total', { type: 'import' })).toBe(12);
    expect(metrics.sum('plain')).toBe(7);
  });

  it('does not turn what is absent or unreadable into zero', () => {
    expect(metrics.sum('absent')).toBeUndefined();
    expect(metrics.sum('rows_total', { type: 'none' })).toBeUndefined();
    expect(metrics.sum('broken')).toBeUndefined();
    expect(metrics.sum('nothing')).toBeUndefined();
  });

  it('reads escapes in labels and infinite values', () => {
    expect(metrics.all('rows_total')[0].labels.path).toBe('a"b\\c\nd');
    expect(metrics.sum('infinite')).toBe(Infinity);
  });

  it('keeps only what is wanted', () => {
    const some = parseMetrics('a 1\nb 2', name => name === 'b');
    expect(some.sum('a')).toBeUndefined();
    expect(some.sum('b')).toBe(2);
  });
});
