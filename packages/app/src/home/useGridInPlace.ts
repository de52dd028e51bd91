import { RefObject, useEffect, useRef } from 'react';

/**
 * Has the home plugin's grid measure itself whenever its place becomes wider or narrower. By itself it does so only as the window
 * does, which is before the sidebar gives way on a narrow screen: the grid stayed wider than the screen.
 *
 * @returns for the element that the grid fills
 */
export function useGridInPlace(): RefObject<HTMLDivElement> {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    let width = 0;
    const observer = new ResizeObserver(([{ contentRect }]) => {
      if (contentRect.width === width) return;
      width = contentRect.width;
      window.dispatchEvent(new Event('resize'));
    });
    observer.observe(place.current!);
    return () => observer.disconnect();
  }, []);
  return place;
}
