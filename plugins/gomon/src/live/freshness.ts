/** The engine looks every 15 s by default; three looks missed are more than bad luck. */
const STALE_AFTER_SECONDS = 60;

/** Tells whether what was observed `seconds` ago may no longer be true. */
export function isStale(seconds: number): boolean {
  return seconds > STALE_AFTER_SECONDS;
}
