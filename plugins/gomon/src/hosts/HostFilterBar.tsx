import { Flex, SearchField, Select } from '@backstage/ui';
import { Status } from '@gomon/plugin-gomon-common';
import { memo } from 'react';
import { useFormat } from '../format/useFormat';
import { HostFilter, hostSorts } from './hostFilter';

/** Statuses that a host can have. */
const hostStatuses: Status[] = ['down', 'degraded', 'unknown', 'ok'];

function FilterBar(props: {
  filter: HostFilter;
  onChange(name: 'search' | 'status' | 'sort', value: string): void;
}) {
  const { t } = useFormat();
  const { filter, onChange } = props;
  return (
    <Flex gap="3" align="end" style={{ flexWrap: 'wrap' }}>
      <SearchField
        label={t('hosts.search')}
        size="small"
        defaultValue={filter.search ?? ''}
        onChange={value => onChange('search', value)}
      />
      <Select
        label={t('hosts.status')}
        size="small"
        value={filter.status?.[0] ?? 'all'}
        onChange={key => onChange('status', key === 'all' ? '' : String(key))}
        options={[
          { value: 'all', label: t('hosts.all') },
          ...hostStatuses.map(status => ({
            value: status,
            label: t(`status.${status}`),
          })),
        ]}
      />
      <Select
        label={t('hosts.order')}
        size="small"
        value={filter.sort ?? 'status'}
        onChange={key => onChange('sort', String(key))}
        options={hostSorts.map(sort => ({
          value: sort,
          label: t(`hosts.sort.${sort}`),
        }))}
      />
    </Flex>
  );
}

/** Narrows the list of hosts and orders it. Drawn again when the filter changes, not whenever hosts have come. */
export const HostFilterBar = memo(FilterBar);
