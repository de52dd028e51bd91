/**
 * Weights, none below zero, with which the columns add up to the values as nearly as can be; relative errors count, so
 * that a small value weighs as much as a large one. A column that nothing determines gets 0.
 *
 * @param rows - one a value, all of the same width
 * @param values - greater than 0
 */
export function fit(
  rows: readonly (readonly number[])[],
  values: readonly number[],
): number[] {
  const relative = rows.map((row, i) => row.map(x => x / values[i]));
  const width = rows[0].length;
  let kept = Array.from({ length: width }, (_, column) => column).filter(
    column => rows.some(row => row[column] !== 0),
  );
  for (;;) {
    const columns = kept;
    const weights = solve(
      relative.map(row => columns.map(column => row[column])),
    );
    const least = Math.min(...weights);
    if (least >= 0) {
      const all = Array<number>(width).fill(0);
      columns.forEach((column, i) => (all[column] = weights[i]));
      return all;
    }
    kept = columns.filter((_, i) => weights[i] !== least);
  }
}

// So little that it changes no weight, and enough that columns which only repeat others can be told apart.
const RIDGE = 1e-9;

/** Weights with which the columns of each row come nearest to 1. */
function solve(rows: readonly (readonly number[])[]): number[] {
  const sum = (read: (row: readonly number[]) => number) =>
    rows.reduce((total, row) => total + read(row), 0);
  const columns = rows[0].map((_, i) => i);
  const norms = columns.map(i => Math.sqrt(sum(row => row[i] ** 2)));
  const matrix = columns.map(i => [
    ...columns.map(
      j =>
        sum(row => (row[i] / norms[i]) * (row[j] / norms[j])) +
        (i === j ? RIDGE : 0),
    ),
    sum(row => row[i] / norms[i]),
  ]);
  return eliminate(matrix).map((weight, i) => weight / norms[i]);
}

/** Solves linear equations, the right side in the last column, by Gauss' elimination with pivots. */
function eliminate(matrix: number[][]): number[] {
  const size = matrix.length;
  for (let at = 0; at < size; at++) {
    let best = at;
    for (let row = at + 1; row < size; row++) {
      if (Math.abs(matrix[row][at]) > Math.abs(matrix[best][at])) best = row;
    }
    [matrix[at], matrix[best]] = [matrix[best], matrix[at]];
    for (let row = 0; row < size; row++) {
      if (row === at) continue;
      const factor = matrix[row][at] / matrix[at][at];
      for (let column = at; column <= size; column++) {
        matrix[row][column] -= factor * matrix[at][column];
      }
    }
  }
  return matrix.map((row, i) => row[size] / row[i]);
}
