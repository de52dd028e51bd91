import { median } from '../measure/median';
import type { Results } from '../results/results';
import { count, held, ranOn, table } from './markdown';

const LIMIT_MIB = 70;
/** More than this between the quarters is growth. */
const GROWTH = 1.05;

/** The section of an agent's memory over time. */
export function renderAgentMemory({
  head,
  minutes,
  intervalSeconds,
  messages,
  cpuMsPerCycle,
  residentMib,
  peakMib,
}: NonNullable<Results['agentMemory']>): string[] {
  const quarter = Math.max(1, Math.floor(minutes / 4));
  // The first minutes are for what is compiled and filled once.
  const early = median(residentMib.slice(quarter, 2 * quarter));
  const late = median(residentMib.slice(-quarter));
  return [
    ranOn(head),
    '',
    `gomon's agent alone for ${count(
      minutes,
    )} minutes, with a reading every ${intervalSeconds} s: ${count(
      messages,
    )} messages, ${cpuMsPerCycle.toFixed(1)} ms of CPU each.`,
    '',
    ...table(
      ['bar', 'seen', ''],
      [
        [
          `resident below ${LIMIT_MIB} MiB at every minute`,
          `at most ${Math.max(...residentMib).toFixed(1)} MiB`,
          held(Math.max(...residentMib) < LIMIT_MIB),
        ],
        [
          'flat: the last quarter as the second',
          `${early.toFixed(1)} and ${late.toFixed(1)} MiB`,
          held(late <= early * GROWTH),
        ],
      ],
    ),
    '',
    `By the minute, MiB: ${residentMib
      .map(own => own.toFixed(1))
      .join(', ')}; at most ${peakMib.toFixed(1)}.`,
  ];
}
