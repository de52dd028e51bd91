/**
 * Why a component is to be quiet:
 *
 * - `maintenance`: work that was planned, between two moments.
 * - `acknowledge`: somebody knows and is at it; ends when the incident does.
 * - `mute`: it is not to notify anybody until a moment.
 *
 * @public
 */
export type SilenceKind = 'maintenance' | 'acknowledge' | 'mute';

/**
 * Keeps a component from notifying anybody. What is shown of it stays the truth.
 *
 * @public
 */
export interface Silence {
  id: string;
  entityRef: string;
  kind: SilenceKind;
  /** Why, in the words of who did it. */
  reason: string;
  /** Entity reference of the user, or the subject of the service. */
  createdBy: string;
  /** ISO 8601. */
  createdAt: string;
  /** ISO 8601. */
  from: string;
  /** ISO 8601. */
  until: string;
  /** ISO 8601: when it was ended before its time. */
  endedAt?: string;
  endedBy?: string;
}
