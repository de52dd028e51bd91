/** How the rows of a list are laid out, in pixels. */
export interface RowSizes {
  /** Below it the columns do not fit beside each other. */
  columnsWidth: number;
  /** Height of a row in either layout. */
  rowHeight: Record<RowLayout, number>;
}

/** In columns, or in two lines where the list is narrow. */
export type RowLayout = 'columns' | 'lines';

/** How a list of this width is laid out. */
export function rowLayout(
  width: number,
  { columnsWidth, rowHeight }: RowSizes,
): { layout: RowLayout; rowHeight: number } {
  const layout = width < columnsWidth ? 'lines' : 'columns';
  return { layout, rowHeight: rowHeight[layout] };
}
