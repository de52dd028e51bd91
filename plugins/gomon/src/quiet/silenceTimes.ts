/** How long a component can be kept quiet, by choice; the backend allows 30 days. */
export const silenceLengths = {
  '1h': 3_600_000,
  '4h': 4 * 3_600_000,
  '1d': 86_400_000,
  '7d': 7 * 86_400_000,
} as const;

export type SilenceLength = keyof typeof silenceLengths;

/**
 * From when until when. Without a beginning it begins now: then the backend's own clock says when that is.
 *
 * @param startsAt - what a `datetime-local` field holds: a local time without its zone, or nothing
 */
export function silenceTimes(
  length: SilenceLength,
  startsAt: string,
  nowMs: number,
): { from?: string; until: string } {
  const startMs = startsAt ? new Date(startsAt).getTime() : nowMs;
  const until = new Date(startMs + silenceLengths[length]).toISOString();
  return startsAt
    ? { from: new Date(startMs).toISOString(), until }
    : { until };
}
