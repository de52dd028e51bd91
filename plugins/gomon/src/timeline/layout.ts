/** Below it, in pixels, name and uptime of a lane stand above its bar. */
const COLUMNS_WIDTH = 576;

/** How a lane is laid out: in columns, or in two lines where it is narrow. */
export function layoutOf(width: number): {
  layout: 'columns' | 'lines';
  rowHeight: number;
} {
  return width < COLUMNS_WIDTH
    ? { layout: 'lines', rowHeight: 60 }
    : { layout: 'columns', rowHeight: 32 };
}
