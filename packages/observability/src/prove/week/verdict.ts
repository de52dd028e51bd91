import type { PlacedFault } from './faults';

/** An alert that fired in a replay. */
export interface Fired {
  rule: string;
  /** Labels that tell it apart. */
  labels: Record<string, string>;
  /** Unix milliseconds of the first and the last evaluation at which it fired. */
  fromMs: number;
  toMs: number;
}

/** A rule looks back for so long at most, and is patient besides. */
const LINGERS_MS = 7 * 3_600_000;

/** Rules that did not tell of their fault while it lasted. */
export function missed(
  fired: readonly Fired[],
  placed: readonly PlacedFault[],
): string[] {
  return placed
    .filter(
      fault =>
        !fired.some(
          alert => tellsOf(alert, fault) && alert.fromMs <= fault.toMs,
        ),
    )
    .map(({ rule }) => rule);
}

/** Alerts that no fault stands behind. */
export function unfounded(
  fired: readonly Fired[],
  placed: readonly PlacedFault[],
): Fired[] {
  return fired.filter(
    alert =>
      !placed.some(
        fault =>
          tellsOf(alert, fault) ||
          (fault.also?.includes(alert.rule) && isAbout(alert, fault)),
      ),
  );
}

function tellsOf(alert: Fired, fault: PlacedFault): boolean {
  return alert.rule === fault.rule && isAbout(alert, fault);
}

function isAbout({ fromMs }: Fired, fault: PlacedFault): boolean {
  return fromMs >= fault.fromMs && fromMs <= fault.toMs + LINGERS_MS;
}
