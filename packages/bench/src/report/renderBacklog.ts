import { Carried } from '../backlog/carry';
import { median } from '../measure/median';
import type { Results } from '../results/results';
import { count, held, ranOn, settingsOf, table } from './markdown';

/** A contestant's figures as people compare them. */
export interface Summary {
  readonly contestant: string;
  readonly samplesPerCpuSecond: number;
  /** Of carrier and database together, microseconds. */
  readonly cpuPerSampleUs: number;
  readonly peakMib: number;
  readonly missing: number;
}

/** Medians of each contestant, in the order of their first run. */
export function summarize(results: readonly Carried[]): Summary[] {
  return [...new Set(results.map(own => own.contestant))].map(contestant => {
    const runs = results.filter(own => own.contestant === contestant);
    return {
      contestant,
      samplesPerCpuSecond: median(runs.map(r => r.stored / r.cpuSeconds)),
      cpuPerSampleUs: median(
        runs.map(r => ((r.cpuSeconds + r.databaseCpuSeconds) * 1e6) / r.stored),
      ),
      peakMib: Math.max(...runs.map(r => r.peakMib)),
      missing: Math.max(...runs.map(r => r.sent - r.stored)),
    };
  });
}

/** The section of what carried a backlog. */
export function renderBacklog({
  head,
  contenders,
  runs: results,
}: NonNullable<Results['backlog']>): string[] {
  const [first, ...others] = summarize(results);
  const [{ sent }] = results;
  return [
    ranOn(head),
    '',
    `${count(
      sent,
    )} samples wait in 12 partitions of one Kafka broker. Each carrier starts, reads them in the form that it reads best, and writes them into a VictoriaMetrics that is empty; they take turns. CPU counts from the start of the process, its own start included, until the database has everything. Then every sample is looked for.`,
    '',
    ...table(
      [
        'carrier',
        'samples per CPU second',
        `${first.contestant} does`,
        'CPU of carrier and database, µs a sample',
        'peak memory, MiB',
        'most missing in a run',
      ],
      [first, ...others].map(own => [
        own.contestant,
        count(own.samplesPerCpuSecond),
        own === first
          ? ''
          : `${(first.samplesPerCpuSecond / own.samplesPerCpuSecond).toFixed(
              1,
            )} times as many`,
        own.cpuPerSampleUs.toFixed(1),
        count(own.peakMib),
        count(own.missing),
      ]),
    ),
    '',
    'Medians of the runs below; peak and missing are the worst of them.',
    '',
    ...bars(first, others),
    '',
    ...table(
      ['carrier', 'seconds', 'CPU, s', "database's CPU, s", 'MiB', 'stored'],
      results.map(own => [
        own.contestant,
        own.seconds.toFixed(1),
        own.cpuSeconds.toFixed(2),
        own.databaseCpuSeconds.toFixed(2),
        count(own.peakMib),
        count(own.stored),
      ]),
    ),
    '',
    'What is unlike: gomon alone commits only what is on the disk of the database, follows sequence numbers, and keeps a log of samples. The others read the same samples from messages in a form of their own.',
    '',
    ...settingsOf(contenders),
  ];
}

/** What this project asks of itself. */
function bars(first: Summary, others: readonly Summary[]): string[] {
  const least = Math.min(
    ...others.map(own => first.samplesPerCpuSecond / own.samplesPerCpuSecond),
  );
  const cheapest = Math.min(...others.map(own => own.cpuPerSampleUs));
  return table(
    ['bar', 'seen', ''],
    [
      [
        'at least 3 times as many samples per CPU second as any other',
        `${least.toFixed(1)} times`,
        held(least >= 3),
      ],
      [
        'the lowest CPU of carrier and database together per sample',
        `${first.cpuPerSampleUs.toFixed(1)} against ${cheapest.toFixed(1)} µs`,
        held(first.cpuPerSampleUs < cheapest),
      ],
      ['nothing missing', count(first.missing), held(first.missing === 0)],
    ],
  );
}
