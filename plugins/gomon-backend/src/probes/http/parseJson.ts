import { LookError } from '../LookError';

/** Reads the parts of a JSON answer that a probe needs; anything else than what it expects is a failed look. */
export function parseJson<T>(body: string, read: (answer: any) => T): T {
  try {
    return read(JSON.parse(body));
  } catch (error) {
    if (error instanceof LookError) throw error;
    throw new LookError('unknown', 'it answered something unexpected');
  }
}

/** @throws when it is no number: a figure that was not seen is never a zero. */
export function numberOf(value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) {
    throw new LookError('unknown', 'a figure is missing in its answer');
  }
  return value;
}
