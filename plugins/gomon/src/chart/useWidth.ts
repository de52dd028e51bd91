import { RefObject, useEffect, useRef, useState } from 'react';

/** Before the first measurement, and where the browser cannot measure. */
const ASSUMED_WIDTH = 600;

/** The width of an element, in pixels, as it changes. */
export function useWidth<T extends Element>(): [RefObject<T>, number] {
  const ref = useRef<T>(null);
  const [width, setWidth] = useState(ASSUMED_WIDTH);
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) => {
      setWidth(Math.round(entry.contentRect.width) || ASSUMED_WIDTH);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, width];
}
