import { useApi } from '@backstage/core-plugin-api';
import { useMemo } from 'react';
import { gomonApiRef } from '../api/GomonApi';
import { useLive } from '../live/useLive';
import { HostFilter } from './hostFilter';
import { HostPages, PAGE_SIZE } from './HostPages';
import { RowWindow } from './window';

/** The hosts of a filter, kept fresh where they can be seen. */
export function useHosts(filter: HostFilter, rows: RowWindow) {
  const api = useApi(gomonApiRef);
  const key = JSON.stringify(filter);
  const pages = useMemo(() => {
    const wanted: HostFilter = JSON.parse(key);
    return new HostPages((cursor, signal) =>
      api.getHosts({ ...wanted, cursor, limit: PAGE_SIZE }, { signal }),
    );
  }, [api, key]);

  const first = Math.floor(rows.first / PAGE_SIZE);
  const last = Math.floor(Math.max(rows.first, rows.last - 1) / PAGE_SIZE);
  const live = useLive(`hosts ${key} ${first} ${last}`, async signal => {
    await pages.load(first * PAGE_SIZE, (last + 1) * PAGE_SIZE, signal);
    return true;
  });
  return { pages, ...live };
}
