import type { Results } from '../results/results';
import { ranOn } from './markdown';
import { fleetTable } from './renderFleets';

/** The section of how cost grows with hosts, disks and partitions. */
export function renderGrowth(
  { head, fleets }: NonNullable<Results['growth']>,
  check: Results['check'],
): string[] {
  return [
    ranOn(head),
    '',
    'As above, with other numbers of hosts, of disks each of them has, and of partitions.',
    '',
    ...fleetTable([...fleets, ...(check ? [check.fleet] : [])]),
  ];
}
