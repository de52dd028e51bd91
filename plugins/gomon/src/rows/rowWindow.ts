/** Rows drawn beyond what can be seen, so that scrolling does not outrun them. */
const OVERSCAN = 6;

/** The rows of a list that are worth drawing. */
export interface RowWindow {
  first: number;
  /** Exclusive. */
  last: number;
}

export function rowWindow(options: {
  scrollTop: number;
  height: number;
  rowHeight: number;
  count: number;
}): RowWindow {
  const { scrollTop, height, rowHeight, count } = options;
  const first = Math.floor(scrollTop / rowHeight) - OVERSCAN;
  const last = Math.ceil((scrollTop + height) / rowHeight) + OVERSCAN;
  return {
    first: Math.min(Math.max(0, first), count),
    last: Math.min(Math.max(0, last), count),
  };
}
