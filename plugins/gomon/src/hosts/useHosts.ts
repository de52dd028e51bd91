import { useApi } from '@backstage/core-plugin-api';
import { useCallback, useMemo, useState } from 'react';
import { gomonApiRef } from '../api/GomonApi';
import { useLive } from '../live/useLive';
import { RowWindow } from '../rows/rowWindow';
import { HostFilter } from './hostFilter';
import { HostPages, PAGE_SIZE } from './HostPages';

/** The hosts of a filter, kept fresh where they can be seen. */
export function useHosts(filter: HostFilter) {
  const api = useApi(gomonApiRef);
  const key = JSON.stringify(filter);
  const pages = useMemo(() => {
    const wanted: HostFilter = JSON.parse(key);
    return new HostPages((cursor, signal) =>
      api.getHosts({ ...wanted, cursor, limit: PAGE_SIZE }, { signal }),
    );
  }, [api, key]);

  const [first, setFirst] = useState(0);
  const [last, setLast] = useState(0);
  /** To be told which rows are in sight. Only another page of them has anything but those rows drawn again. */
  const onWindow = useCallback((rows: RowWindow) => {
    setFirst(Math.floor(rows.first / PAGE_SIZE));
    setLast(Math.floor(Math.max(rows.first, rows.last - 1) / PAGE_SIZE));
  }, []);
  const live = useLive(`hosts ${key} ${first} ${last}`, async signal => {
    await pages.load(first * PAGE_SIZE, (last + 1) * PAGE_SIZE, signal);
    return true;
  });
  return { pages, onWindow, ...live };
}
