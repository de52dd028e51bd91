/** Below it, in pixels, the columns do not fit beside each other. */
const COLUMNS_WIDTH = 656;

/** How a row is laid out: in columns, or in two lines where it is narrow, each figure with its name. */
export function layoutOf(width: number): {
  layout: 'columns' | 'lines';
  rowHeight: number;
} {
  return width < COLUMNS_WIDTH
    ? { layout: 'lines', rowHeight: 108 }
    : { layout: 'columns', rowHeight: 56 };
}
