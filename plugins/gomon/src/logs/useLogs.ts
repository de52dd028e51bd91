import { useApi } from '@backstage/core-plugin-api';
import { LogLine, LogPage } from '@gomon/plugin-gomon-common';
import { useState } from 'react';
import { gomonApiRef } from '../api/GomonApi';
import { Problem, toProblem } from '../api/problem';
import { useLive } from '../live/useLive';
import { RangeName, rangeUntil } from '../range/range';
import { LogFilter } from './logFilter';

/** Lines of one answer. */
export const PAGE_SIZE = 100;

/** Lines that stand still, because somebody reads on into the past. */
interface Held {
  key: string;
  first: LogPage;
  items: LogLine[];
  nextCursor?: string;
}

/**
 * Lines of a filter, newest first. They stay fresh until older ones are asked for: from then on they stand still, so that what
 * is being read does not move, until the newest are asked for again.
 */
export function useLogs(
  entityRef: string,
  filter: LogFilter,
  rangeName: RangeName,
) {
  const api = useApi(gomonApiRef);
  const key = JSON.stringify([entityRef, filter, rangeName]);
  const live = useLive(`logs ${key}`, signal => {
    const range = rangeUntil(rangeName, Date.now());
    const query = { ...filter, ...range, limit: PAGE_SIZE };
    return api.getEntityLogs(entityRef, query, { signal });
  });
  const [held, setHeld] = useState<Held>();
  const [older, setOlder] = useState<{ key: string; problem?: Problem }>();

  const isHeld = held?.key === key;
  const first = isHeld ? held.first : live.value;
  const items = isHeld ? held.items : first?.items ?? [];
  const nextCursor = isHeld ? held.nextCursor : first?.pageInfo.nextCursor;

  const isAsking = older?.key === key;
  const olderProblem = isAsking ? older.problem : undefined;

  async function loadOlder() {
    if (!first || !nextCursor) return;
    setOlder({ key });
    try {
      const { from, to } = first;
      const query = { ...filter, from, to, limit: PAGE_SIZE };
      const page = await api.getEntityLogs(entityRef, {
        ...query,
        cursor: nextCursor,
      });
      setHeld({
        key,
        first,
        items: [...items, ...page.items],
        nextCursor: page.pageInfo.nextCursor,
      });
      setOlder(undefined);
    } catch (error) {
      setOlder({ key, problem: toProblem(error) });
    }
  }

  return {
    first,
    items,
    hasOlder: nextCursor !== undefined,
    isHeld,
    isLoadingOlder: isAsking && !olderProblem,
    problem: olderProblem ?? (isHeld ? undefined : live.problem),
    loadOlder,
    showNewest() {
      setHeld(undefined);
      setOlder(undefined);
      live.reload();
    },
  };
}
