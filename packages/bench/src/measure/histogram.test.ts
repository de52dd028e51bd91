import { between, boundOf, histogramOf } from './histogram';

const page = (one: number, five: number, all: number) => `# TYPE d histogram
d_bucket{le="1"} ${one}
d_bucket{le="5"} ${five}
d_bucket{le="+Inf"} ${all}
d_sum 7
d_count ${all}
other_bucket{le="1"} 3
`;

describe('a histogram', () => {
  const before = histogramOf(page(10, 10, 10), 'd');

  it('is read by its name', () => {
    expect(before).toEqual([
      [1, 10],
      [5, 10],
      [Infinity, 10],
    ]);
  });

  it('tells below which bound a share of what came between two readings is', () => {
    const later = between(before, histogramOf(page(60, 109, 110), 'd'));
    expect(boundOf(later, 0.5)).toBe(1);
    expect(boundOf(later, 0.99)).toBe(5);
    expect(boundOf(later, 0.999)).toBe(Infinity);
  });

  it('has no bound for nothing', () => {
    expect(boundOf(between(before, before), 0.5)).toBeNaN();
    expect(boundOf([], 0.5)).toBeNaN();
  });
});
