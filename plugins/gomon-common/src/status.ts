/**
 * How a component, a check or a pipeline is doing.
 *
 * - `ok`: every check holds.
 * - `degraded`: works, but a limit is near or crossed.
 * - `down`: does not do its job.
 * - `unknown`: gomon could not look, or the last answer is too old.
 * - `unauthorised`: gomon's credential was refused.
 * - `not-configured`: nobody told gomon where it is.
 *
 * A failed look is never `ok`, and never a zero.
 *
 * @public
 */
export type Status =
  | 'ok'
  | 'degraded'
  | 'down'
  | 'unknown'
  | 'unauthorised'
  | 'not-configured';

/**
 * All statuses, calmest first: the order in which they are rolled up and sorted.
 *
 * @public
 */
export const statuses: readonly Status[] = [
  'ok',
  'not-configured',
  'unauthorised',
  'unknown',
  'degraded',
  'down',
];

/**
 * Sorts the status that most needs a person first.
 *
 * @public
 */
export function compareWorstFirst(a: Status, b: Status): number {
  return statuses.indexOf(b) - statuses.indexOf(a);
}

/**
 * Rolls several statuses up into one. `not-configured` never lowers the result, `unknown` and `unauthorised` make it at
 * best `degraded`, and nothing at all to look at is `unknown`.
 *
 * @public
 */
export function rollUp(parts: Iterable<Status>): Status {
  const all = [...parts];
  const configured = all.filter(status => status !== 'not-configured');
  if (all.length === 0) return 'unknown';
  if (configured.length === 0) return 'not-configured';
  if (configured.includes('down')) return 'down';
  if (configured.every(status => status === 'ok')) return 'ok';
  const blind = configured.filter(
    status => status === 'unknown' || status === 'unauthorised',
  );
  if (blind.length === configured.length) return blind[0];
  return 'degraded';
}
