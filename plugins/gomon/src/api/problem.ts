import { isError } from '@backstage/errors';

/**
 * Why an answer did not come, as far as it changes what a person does next.
 *
 * - `unauthenticated`: the session is over.
 * - `forbidden`: the permission `gomon.health.read` is missing.
 * - `not-found`: the backend does not know what was asked for, or the backend plugin is not installed.
 * - `unreachable`: nobody answered.
 * - `source-unreachable`: the backend answers, but the system that it would have to ask does not.
 * - `failed`: the backend answered that something went wrong.
 */
export type ProblemKind =
  | 'unauthenticated'
  | 'forbidden'
  | 'not-found'
  | 'unreachable'
  | 'source-unreachable'
  | 'failed';

export interface Problem {
  kind: ProblemKind;
  /** The words of whoever reported it, for those who want to know more. */
  detail: string;
}

/** A gateway that answers in place of a backend that does not. */
const GATEWAY_STATUS = [502, 503, 504];

/** Sorts whatever an API call was rejected with. */
export function toProblem(error: unknown): Problem {
  const detail = isError(error) ? error.message : String(error);
  const status = isError(error) ? error.statusCode : undefined;
  if (typeof status !== 'number') return { kind: 'unreachable', detail };
  if (status === 401) return { kind: 'unauthenticated', detail };
  if (status === 403) return { kind: 'forbidden', detail };
  if (status === 404) return { kind: 'not-found', detail };
  // A gateway knows nothing of Backstage's error names.
  if (isServiceUnavailable(error))
    return { kind: 'source-unreachable', detail };
  if (GATEWAY_STATUS.includes(status)) return { kind: 'unreachable', detail };
  return { kind: 'failed', detail };
}

function isServiceUnavailable(error: unknown): boolean {
  const cause = isError(error) ? error.cause : undefined;
  return isError(cause) && cause.name === 'ServiceUnavailableError';
}
