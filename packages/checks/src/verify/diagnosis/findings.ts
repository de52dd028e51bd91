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
  /** Whether all of them were still named when the repair began. */
  stillNamed: boolean;
  /** Who was blamed at any time and is not broken, and for what. */
  innocent: string[];
  greenAfterSeconds?: number;
}

/** Limits, in seconds from the fault and from its repair. */
export const NAMED_WITHIN_S = 30;
export const GREEN_WITHIN_S = 60;

/** Whether the right ones, and only they, were named in time, and all was well in time after the repair. */
export function isHeld(fault: DiagnosedFault): boolean {
  const { namedAfterSeconds, greenAfterSeconds, innocent, stillNamed } = fault;
  return (
    namedAfterSeconds !== undefined &&
    namedAfterSeconds <= NAMED_WITHIN_S &&
    stillNamed &&
    greenAfterSeconds !== undefined &&
    greenAfterSeconds <= GREEN_WITHIN_S &&
    innocent.length === 0
  );
}

/** When it was named, and whether that lasted: `12.3 s`. */
export function namingInWords(fault: DiagnosedFault): string {
  const { namedAfterSeconds, stillNamed } = fault;
  const lost = namedAfterSeconds !== undefined && !stillNamed;
  return `${secondsInWords(namedAfterSeconds)}${lost ? ', then lost' : ''}`;
}

/** A time for people: `12.3 s`, or `never`. */
export function secondsInWords(seconds: number | undefined): string {
  return seconds === undefined ? 'never' : `${seconds.toFixed(1)} s`;
}
