/** Signals tell of every change of status; between them only figures move. */
const WITH_SIGNALS_MS = 10_000;
const WITHOUT_SIGNALS_MS = 5_000;
const LONGEST_MS = 60_000;

/** How long to wait before asking again: longer with every failure, so that a backend in trouble is left some air. */
export function pollDelayMs(options: {
  isSignalsAvailable: boolean;
  failures: number;
}): number {
  const base = options.isSignalsAvailable
    ? WITH_SIGNALS_MS
    : WITHOUT_SIGNALS_MS;
  return Math.min(LONGEST_MS, base * 2 ** Math.max(0, options.failures - 1));
}
