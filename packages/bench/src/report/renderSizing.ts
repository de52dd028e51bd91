import {
  COSTS,
  Cost,
  costOf,
  Model,
  modelOf,
  seriesPerHost,
} from '../sizing/model';
import { hostsWithin, LIMIT, planFor, USED } from '../sizing/plan';
import type { Results } from '../results/results';
import { median } from '../measure/median';
import { count, held, ranOn, table } from './markdown';
import { summarizeAgents } from './renderAgent';

const HOSTS = [10, 100, 1_000, 10_000, 100_000, 1_000_000];
const DISKS = 3;
const REPLICAS = 3;
const INTERVAL_S = 30;
const DAY_S = 86_400;
const GIB = 1024 ** 3;
const WITHIN = 0.25;
/** Each agent sends its message in a batch of its own, whose head Kafka's message format gives 61 bytes. */
const BATCH_HEAD_BYTES = 61;

const NAMES: Record<keyof Cost, string> = {
  aggregatorMillicores: "aggregator's CPU, millicores",
  databaseMillicores: "database's CPU, millicores",
  aggregatorMib: "aggregator's memory, MiB",
  databaseMib: "database's memory, MiB",
  readBytesPerSecond: 'read from Kafka, bytes/s',
  importBytesPerSecond: 'sent to the database, bytes/s',
};

/** The page `docs/sizing.md`; undefined while too little was measured for a model. */
export function renderSizing(results: Results): string | undefined {
  const { steady, growth } = results;
  if (!steady || !growth) return undefined;
  const fleets = [...steady.fleets, ...growth.fleets];
  const model = modelOf(fleets);
  return `${[
    '# Sizing',
    '',
    `Written by \`yarn bench pages\` from what \`yarn bench\` measured (see [benchmarks](benchmarks.md)): nothing here is typed by hand. ${ranOn(
      growth.head,
    )}`,
    '',
    `What fleets of 10 to 1,000,000 hosts take, with a reading every ${INTERVAL_S} s of ${DISKS} disks and 3 network interfaces: ${seriesPerHost(
      DISKS,
    )} series a host. CPU is in millicores of a processor as above (1000m is one). An aggregator gets ${
      LIMIT.millicores
    }m and ${LIMIT.mib} MiB; a plan uses ${
      USED * 100
    } % of it, so that there is room to catch up after an outage.`,
    '',
    ...planTable(results, model),
    '',
    `One aggregator carries up to ${count(
      hostsWithin(model, DISKS),
    )} such hosts before it is at its limits. Kafka's disk is that of ${REPLICAS} replicas for each day that the topic is kept.${
      results.millions
        ? " The database's is that of a day; it grows by as much with each day of the retention, and series that end stay in the index until then."
        : ''
    } The CPU of Kafka is not in the table: a hundred thousand agents send requests of their own, which a fleet in one process does not.`,
    '',
    ...agentLines(results),
    '## The model',
    '',
    'Each figure is taken to grow with its causes in proportion, by least squares over the fleets that were watched, none of them with a weight below zero: the CPU of the aggregator with messages, samples and partitions beside what it takes without any; that of the database with samples; memory with hosts and series; traffic with messages and samples. It says nothing of disks that fail, of queries, and of machines of another kind.',
    '',
    ...checkLines(results, model),
  ]
    .join('\n')
    .trimEnd()}\n`;
}

function planTable(results: Results, model: Model): string[] {
  const kafkaBytes = kafkaBytesPerMessage(results);
  const disk = databaseDisk(results);
  return table(
    [
      ...['hosts', 'samples/s', 'aggregators', 'partitions'],
      ...['CPU of all, m', 'memory of each, MiB'],
      ...['database: CPU, m', 'memory, MiB'],
      ...['from Kafka, MB/s', 'to the database, MB/s'],
      "Kafka's disk, GiB a day",
      ...(disk ? ["database's disk, GiB a day"] : []),
    ],
    HOSTS.map(hosts => {
      const plan = planFor(model, { hosts, disksPerHost: DISKS });
      const series = hosts * seriesPerHost(DISKS);
      const messagesADay = (hosts / INTERVAL_S) * DAY_S;
      return [
        count(hosts),
        count(series / INTERVAL_S),
        count(plan.aggregators),
        count(plan.partitions),
        count(plan.millicores),
        count(plan.mib),
        count(plan.whole.databaseMillicores),
        count(plan.whole.databaseMib),
        small(plan.whole.readBytesPerSecond / 1e6),
        small(plan.whole.importBytesPerSecond / 1e6),
        small((REPLICAS * messagesADay * kafkaBytes) / GIB),
        ...(disk ? [small(disk(series) / GIB)] : []),
      ];
    }),
  );
}

/** Three digits, as many as the figures are good for. */
function small(figure: number): string {
  return figure >= 100 ? count(figure) : String(Number(figure.toPrecision(2)));
}

function kafkaBytesPerMessage({ steady }: Results): number {
  const sizes = steady!.fleets.map(fleet => fleet.kafkaBytesPerMessage);
  return median(sizes) + BATCH_HEAD_BYTES;
}

/** Bytes that so many series add to the database in a day. */
function databaseDisk({
  millions,
}: Results): ((series: number) => number) | undefined {
  if (!millions) return undefined;
  const { sampleBytes, indexBytes, stored, series } = millions.millions[0];
  const perSample = sampleBytes / stored;
  const perSeries = indexBytes / series;
  return all => all * (perSeries + perSample * (DAY_S / INTERVAL_S));
}

function agentLines(results: Results): string[] {
  const { agent } = results;
  if (!agent) return [];
  const [{ title }] = agent.contenders;
  const ours = summarizeAgents(agent.runs).find(
    ({ contestant }) => contestant === title,
  )!;
  const millicores = ours.cpuMsPerCycle / agent.intervalSeconds;
  return [
    `An agent takes ${ours.residentMib.toFixed(0)} MiB and ${millicores.toFixed(
      2,
    )}m of its host.`,
    '',
  ];
}

function checkLines({ check }: Results, model: Model): string[] {
  if (!check) return [];
  const { fleet } = check;
  const seen = costOf(fleet);
  const predicted = model(fleet);
  return [
    `Checked against a fleet that it was not made from, ${count(
      fleet.hosts,
    )} hosts with ${fleet.disksPerHost} disks and ${
      fleet.partitions
    } partitions; the bar is within ${WITHIN * 100} %:`,
    '',
    ...table(
      ['figure', 'predicted', 'seen', 'ratio', ''],
      COSTS.map(name => {
        const ratio = predicted[name] / seen[name];
        return [
          NAMES[name],
          count(predicted[name]),
          count(seen[name]),
          ratio.toFixed(2),
          held(Math.abs(ratio - 1) <= WITHIN),
        ];
      }),
    ),
  ];
}
