import { Check, Status } from '@gomon/plugin-gomon-common';

/** What is remembered of a check from one look to the next. */
export interface CheckMemory {
  /** The check as it counts. */
  settled: Check;
  /** How many looks in a row have seen something else than `settled.status`. */
  disagreeing: number;
  /** Causes that explained its failure, and when they last did (ISO 8601). */
  causes?: string[];
  explainedAt?: string;
  /** Whether its failure made its own component a cause, the last time it failed. */
  blamed?: boolean;
}

/** A check after hysteresis. */
export interface SettledCheck {
  memory: CheckMemory;
  /** A bad look that does not count yet. */
  tentative?: Check;
}

/** How many looks in a row it takes. One failed look in a hundred is normal, three in a row are not. */
export const LOOKS_TO_WORSEN = 3;
export const LOOKS_TO_RECOVER = 2;

/** Lets a check change only when enough looks agree. Without a memory the first look counts at once. */
export function settle(
  memory: CheckMemory | undefined,
  seen: Check,
): SettledCheck {
  if (!memory) return { memory: { settled: seen, disagreeing: 0 } };
  const { settled } = memory;
  if (seen.status === settled.status) {
    return { memory: { ...memory, settled: seen, disagreeing: 0 } };
  }
  const disagreeing = memory.disagreeing + 1;
  if (
    seen.sustained ||
    disagreeing >= looksNeeded(settled.status, seen.status)
  ) {
    return { memory: changed(memory, seen) };
  }
  return {
    memory: { ...memory, disagreeing },
    tentative: isBad(seen.status) ? seen : undefined,
  };
}

/** Forgets the blame with the failure; what explained it stays, for the failure that may follow the recovery. */
function changed(
  { causes, explainedAt, blamed }: CheckMemory,
  seen: Check,
): CheckMemory {
  return {
    settled: seen,
    disagreeing: 0,
    causes,
    explainedAt,
    blamed: isBad(seen.status) ? blamed : undefined,
  };
}

/** Whether a status says that something is wrong. */
export function isBad(status: Status): boolean {
  return status !== 'ok' && status !== 'not-configured';
}

function looksNeeded(from: Status, to: Status): number {
  // What is configured is known, not observed.
  if (from === 'not-configured' || to === 'not-configured') return 1;
  return rank(to) > rank(from) ? LOOKS_TO_WORSEN : LOOKS_TO_RECOVER;
}

/** Not to see counts as worse than to see something bad: one failed look must not replace what is known. */
function rank(status: Status): number {
  const order: Status[] = ['ok', 'degraded', 'down', 'unauthorised', 'unknown'];
  return order.indexOf(status);
}
