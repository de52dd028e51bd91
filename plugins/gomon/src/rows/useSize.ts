import { RefObject, useEffect, useState } from 'react';

/** Before the first measurement, and where the browser cannot measure. */
const ASSUMED = { width: 1000, height: 640 };

/** The size of an element, in pixels, as it changes. */
export function useSize(ref: RefObject<Element>): typeof ASSUMED {
  const [size, setSize] = useState(ASSUMED);
  useEffect(() => {
    const element = ref.current;
    if (!element || typeof ResizeObserver === 'undefined') return undefined;
    const observer = new ResizeObserver(([{ contentRect }]) =>
      setSize({
        width: Math.round(contentRect.width) || ASSUMED.width,
        height: Math.round(contentRect.height) || ASSUMED.height,
      }),
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, [ref]);
  return size;
}
