/** Lines up cells in columns; the first row is the heading. */
export function table(rows: string[][]): string {
  const widths = rows[0].map((_, column) =>
    Math.max(...rows.map(row => row[column].length)),
  );
  return rows
    .map(row =>
      `  ${row.map((cell, i) => cell.padEnd(widths[i])).join('  ')}`.trimEnd(),
    )
    .join('\n');
}
