import { useMemo } from 'react';
import { useFormat } from '../format/useFormat';

/** Columns of the list of hosts, in order. */
export const hostColumns = [
  'name',
  'lastSampleAt',
  'cpu',
  'memory',
  'disk',
] as const;

/** What the columns are called. */
export type ColumnNames = Record<(typeof hostColumns)[number], string>;

/** Looked up once for the list: a row that looked for itself would spend much of its time on it while the list is scrolled. */
export function useColumnNames(): ColumnNames {
  const { t } = useFormat();
  return useMemo(
    () => ({
      name: t('hosts.column.name'),
      lastSampleAt: t('hosts.column.lastSampleAt'),
      cpu: t('hosts.column.cpu'),
      memory: t('hosts.column.memory'),
      disk: t('hosts.column.disk'),
    }),
    [t],
  );
}
