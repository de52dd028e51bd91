/** What the engine made of one staged fault: a line of JSON of the run. */
export interface DiagnosedFault {
  fault: string;
  /** Names of the entities that are broken. */
  expected: string[];
  /** Who was blamed when all of those were. */
  named: string[];
  /** What the pipeline said then. */
  sentence: string;
  namedAfterSeconds?: number;
  /** Who was blamed at any time and is not broken, and for what. */
  innocent: string[];
  greenAfterSeconds?: number;
}

/** Limits, in seconds from the fault and from its repair. */
export const NAMED_WITHIN_S = 30;
export const GREEN_WITHIN_S = 60;

/** Whether the right ones, and only they, were named in time, and all was well in time after the repair. */
export function isHeld(fault: DiagnosedFault): boolean {
  const { namedAfterSeconds, greenAfterSeconds, innocent } = fault;
  return (
    namedAfterSeconds !== undefined &&
    namedAfterSeconds <= NAMED_WITHIN_S &&
    greenAfterSeconds !== undefined &&
    greenAfterSeconds <= GREEN_WITHIN_S &&
    innocent.length === 0
  );
}

/** A time for people: `12.3 s`, or `never`. */
export function secondsInWords(seconds: number | undefined): string {
  return seconds === undefined ? 'never' : `${seconds.toFixed(1)} s`;
}
