import type { Results } from '../results/results';
import { count, held, ranOn, table } from './markdown';

const LIMIT_MIB = 512;
/** More than this is growth, and no accident of when garbage is collected. */
const GROWTH = 1.1;

/** The section of what a long backlog takes. */
export function renderMillions({
  head,
  millions,
}: NonNullable<Results['millions']>): string[] {
  const [first] = millions;
  const peaks = millions.map(({ peakMib }) => peakMib);
  const most = Math.max(...peaks);
  const growth = peaks.at(-1)! / peaks[0];
  return [
    ranOn(head),
    '',
    `${count(first.messages * millions.length)} messages with ${count(
      first.sent,
    )} samples wait in 12 partitions of one Kafka broker; one aggregator, with its defaults and a heap of 256 MiB, carries them. Peaks are of each share for itself. Then every sample is looked for.`,
    '',
    ...table(
      ['share', 'messages', 'seconds', 'CPU, s', 'peak memory, MiB'],
      millions.map((own, i) => [
        String(i + 1),
        count(own.messages),
        own.seconds.toFixed(1),
        own.cpuSeconds.toFixed(2),
        count(own.peakMib),
      ]),
    ),
    '',
    ...table(
      ['bar', 'seen', ''],
      [
        [
          `within ${LIMIT_MIB} MiB`,
          `${count(most)} MiB`,
          held(most <= LIMIT_MIB),
        ],
        [
          'no growth from the first share to the last',
          `${growth.toFixed(2)} times`,
          held(growth <= GROWTH),
        ],
        [
          'nothing missing',
          count(first.sent - first.stored),
          held(first.sent === first.stored),
        ],
      ],
    ),
  ];
}
