import { fit } from './leastSquares';

describe('fit', () => {
  it('finds the weights that made the values', () => {
    const rows = [
      [1, 10, 5],
      [1, 20, 80],
      [1, 70, 30],
      [1, 5, 9],
    ];
    const values = rows.map(([a, b, c]) => 4 * a + 2 * b + 0.5 * c);
    const weights = fit(rows, values);
    [4, 2, 0.5].forEach((weight, i) => expect(weights[i]).toBeCloseTo(weight));
    expect(weights).toHaveLength(3);
  });

  it('never makes more of something cost less', () => {
    const weights = fit(
      [
        [1, 1],
        [1, 2],
        [1, 3],
      ],
      [30, 20, 10],
    );
    expect(weights[1]).toBe(0);
    expect(weights[0]).toBeGreaterThan(10);
    expect(weights[0]).toBeLessThan(30);
  });

  it('shares between columns that only repeat each other', () => {
    const weights = fit(
      [
        [1, 2],
        [3, 6],
      ],
      [10, 30],
    );
    expect(weights[0] + 2 * weights[1]).toBeCloseTo(10);
  });

  it('gives nothing to a column without figures', () => {
    expect(fit([[1, 0]], [3])[1]).toBe(0);
  });
});
