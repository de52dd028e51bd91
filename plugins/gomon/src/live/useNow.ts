import { useSyncExternalStore } from 'react';
import { secondsSince } from '../format/moment';
import { isStale } from './freshness';

const TICK_MS = 1000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let tickedAtMs = Date.now();

/** One timer for all ages on the page, so that they move together. */
function subscribe(listener: () => void) {
  listeners.add(listener);
  if (timer === undefined) {
    tickedAtMs = Date.now();
    timer = setInterval(() => {
      tickedAtMs = Date.now();
      listeners.forEach(notify => notify());
    }, TICK_MS);
  }
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0) {
      clearInterval(timer);
      timer = undefined;
    }
  };
}

function getNow() {
  // A first render may come long after the timer stopped.
  if (timer === undefined && Date.now() - tickedAtMs >= TICK_MS)
    tickedAtMs = Date.now();
  return tickedAtMs;
}

/** The time, in Unix milliseconds, moving on once a second. */
export function useNow(): number {
  return useAsOfNow(nowMs => nowMs);
}

/**
 * What follows from the time. The component is drawn again only when that changes, not once a second: a page may show a
 * thousand ages, and most of them move on once a minute or less.
 */
export function useAsOfNow<T extends string | number | boolean>(
  read: (nowMs: number) => T,
): T {
  return useSyncExternalStore(subscribe, () => read(getNow()));
}

/** Whether what was observed then may no longer be true. */
export function useIsStale(observedAt: string | undefined): boolean {
  return useAsOfNow(
    nowMs =>
      observedAt !== undefined && isStale(secondsSince(observedAt, nowMs)),
  );
}
