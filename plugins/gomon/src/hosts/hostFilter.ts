import { Status, statuses } from '@gomon/plugin-gomon-common';
import { GomonHostQuery } from '../api/GomonApi';
import { hostColumns } from './columns';

/** What the list of hosts is narrowed to, and its order. */
export type HostFilter = Pick<
  GomonHostQuery,
  'search' | 'status' | 'sort' | 'environment'
>;

/** Orders to choose from; the first stands where none is chosen. */
export const hostSorts = ['status', ...hostColumns] as const;

/** Reads a filter from the address; what it does not understand is left out. */
export function parseHostFilter(parameters: URLSearchParams): HostFilter {
  const status = parameters.get('status');
  const sort = hostSorts.find(name => name === parameters.get('sort'));
  return {
    search: parameters.get('search') || undefined,
    status: statuses.includes(status as Status)
      ? [status as Status]
      : undefined,
    sort: sort ?? 'status',
    environment: parameters.get('environment') ?? undefined,
  };
}
