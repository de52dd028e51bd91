import { RefObject, useEffect, useState } from 'react';

/** Before the first measurement, and where the browser cannot measure. */
const ASSUMED_HEIGHT = 640;

/** The height of an element, in pixels, as it changes. */
export function useHeight(ref: RefObject<Element>): number {
  const [height, setHeight] = useState(ASSUMED_HEIGHT);
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([entry]) =>
      setHeight(Math.round(entry.contentRect.height) || ASSUMED_HEIGHT),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return height;
}
