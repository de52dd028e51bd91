import { EntityHealth } from '@gomon/plugin-gomon-common';
import { isBad } from '../engine/hysteresis';

/** A component that is a cause, from the moment it became one. */
export interface Incident {
  entityRef: string;
  /** Unix milliseconds. */
  openedAt: number;
  /** When its owner was told; undefined until then. */
  notifiedAt?: number;
}

/** What is to be done about incidents after a cycle. */
export interface Changes {
  opened: Incident[];
  /** Open for long enough that the owner is to be told. */
  due: Incident[];
  closed: Incident[];
}

/**
 * Finds incidents that began, that have lasted, and that are over. Who is only affected has none: its owner can do nothing
 * about it. What is silenced is not due, and will be when the silence ends before the incident does.
 */
export function trackIncidents(
  open: readonly Incident[],
  healths: ReadonlyMap<string, EntityHealth>,
  silenced: ReadonlySet<string>,
  lastsMs: number,
  now: Date,
): Changes {
  const causes = [...healths.values()].filter(
    ({ role, status }) => role === 'cause' && isBad(status),
  );
  const refs = new Set(causes.map(({ entityRef }) => entityRef));
  const known = new Set(open.map(({ entityRef }) => entityRef));
  const opened: Incident[] = causes
    .filter(({ entityRef }) => !known.has(entityRef))
    .map(({ entityRef }) => ({ entityRef, openedAt: now.getTime() }));
  const still = open.filter(({ entityRef }) => refs.has(entityRef));
  return {
    opened,
    due: [...still, ...opened].filter(
      ({ entityRef, openedAt, notifiedAt }) =>
        notifiedAt === undefined &&
        !silenced.has(entityRef) &&
        now.getTime() - openedAt >= lastsMs,
    ),
    closed: open.filter(({ entityRef }) => !refs.has(entityRef)),
  };
}
