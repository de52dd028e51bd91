import { UIEvent, useState } from 'react';
import { RowWindow, rowWindow } from './rowWindow';

/**
 * The rows that are worth drawing of a box that scrolls. They change when it was scrolled past a row, not with each pixel.
 *
 * @param options - heights in pixels; every row has the same
 */
export function useRowWindow(options: {
  height: number;
  rowHeight: number;
  count: number;
}): { rows: RowWindow; onScroll(event: UIEvent<HTMLElement>): void } {
  const [scrollTop, setScrollTop] = useState(0);
  return {
    rows: rowWindow({ ...options, scrollTop }),
    onScroll({ currentTarget }) {
      const passed = currentTarget.scrollTop % options.rowHeight;
      setScrollTop(currentTarget.scrollTop - passed);
    },
  };
}
