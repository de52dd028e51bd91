import type { Results } from '../results/results';
import { count, held, ranOn, table } from './markdown';

/** The section of several aggregators in one group. */
export function renderScaleOut({
  head,
  runs,
}: NonNullable<Results['scaleOut']>): string[] {
  const missing = Math.max(...runs.map(({ sent, stored }) => sent - stored));
  return [
    ranOn(head),
    '',
    `${count(
      runs[0].sent,
    )} samples wait in 12 partitions. So many aggregators of one group carry them; when the database has got a third as many samples another one joins, and at two thirds it is killed (SIGKILL), so that partitions change hands under load twice. Who takes a partition over begins at the last commit, 30 s behind what was accepted: delivered counts what was sent again for that, stored counts each sample once. All share the machine, so that more of them show what sharing costs, not how much faster it gets.`,
    '',
    ...table(
      [
        ...['aggregators', 'seconds', 'CPU of all, s', "database's CPU, s"],
        ...['peak memory of one, MiB', 'changes of hands seen'],
        ...['delivered', 'stored', 'missing'],
      ],
      runs.map(run => [
        `${run.aggregators} and 1`,
        run.seconds.toFixed(1),
        run.cpuSeconds.toFixed(2),
        run.databaseCpuSeconds.toFixed(2),
        count(run.peakMib),
        count(run.rebalances),
        count(run.delivered),
        count(run.stored),
        count(run.sent - run.stored),
      ]),
    ),
    '',
    ...table(
      ['bar', 'seen', ''],
      [['nothing missing', count(missing), held(missing === 0)]],
    ),
  ];
}
