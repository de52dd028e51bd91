import { useSyncExternalStore } from 'react';
import { secondsSince } from '../format/moment';
import { isStale } from './freshness';

const TICK_MS = 1000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;
let nowMs = Date.now();

/** One timer for all ages on the page, so that they move together. */
function subscribe(listener: () => void) {
  listeners.add(listener);
  if (timer === undefined) {
    nowMs = Date.now();
    timer = setInterval(() => {
      nowMs = Date.now();
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
  if (timer === undefined && Date.now() - nowMs >= TICK_MS) nowMs = Date.now();
  return nowMs;
}

/** The time, in Unix milliseconds, moving on once a second. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, getNow);
}

/**
 * Whether what was observed then may no longer be true. Unlike an age, it has the component drawn again only when it changes:
 * a page may show a thousand of them.
 */
export function useIsStale(observedAt: string | undefined): boolean {
  return useSyncExternalStore(
    subscribe,
    () =>
      observedAt !== undefined && isStale(secondsSince(observedAt, getNow())),
  );
}
