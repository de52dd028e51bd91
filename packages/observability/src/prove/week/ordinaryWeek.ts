import { hostSeries, ORDINARY_HOSTS } from './hosts';
import { askedNames } from './names';
import { tile, type Recording } from './tile';
import type { TimeSeries } from './timeSeries';

const DAY_MS = 86_400_000;
export const WEEK_MS = 7 * DAY_MS;

/** When in a day servers are started anew, as a share of it; the database on one day. */
const NOON = 0.6;
const DATABASE_RESTARTS_ON = 4;
/** How long after the beginning of the week it is, at the earliest. */
export const DATABASE_RESTARTS_AFTER_MS =
  (DATABASE_RESTARTS_ON + NOON) * DAY_MS;

const MIB = 1024 ** 2;
/** Of k8s/monitoring/aggregator-deployment.yaml. */
const MEMORY_LIMIT = 512 * MIB;
const CPU_LIMIT_CORES = 0.2;
/** Of the claim of k8s/monitoring/victoria-metrics-deployment.yaml, what is left in a year that has begun. */
const FREE_AT_FIRST = 14 * 1024 * MIB;
const FREE_LESS_PER_DAY = 60 * MIB;
/** What a merge of parts needs beside them until it is done, once an hour. */
const MERGE = 50 * MIB;

/** What a process outside of a container does not say, or says of the machine. */
const IN_A_CONTAINER = new Set([
  'gomon_memory_working_set_bytes',
  'gomon_memory_limit_bytes',
  'gomon_cpu_limit_cores',
  'vm_free_disk_space_bytes',
]);

/** What stands for the memory of a container. */
const RESIDENT = 'process_resident_memory_bytes';

/** A real platform as it was recorded: at work, and while each of its servers was started anew. */
export interface Recordings {
  atWork: Recording;
  aggregatorRestarts: Recording;
  brokerRestarts: Recording;
  databaseRestarts: Recording;
}

/**
 * A week in which nothing is wrong: what was recorded at work, again and again; the aggregator is started anew every day,
 * the brokers one after another and the database once each in the middle of the week; hosts as they are.
 */
export function ordinaryWeek(
  recordings: Recordings,
  startMs: number,
): TimeSeries[] {
  const names = askedNames();
  const model = { ...ORDINARY_HOSTS, startMs };
  const wanted = new Set([...names, RESIDENT]);
  const services = tile(pieces(recordings, wanted), startMs);
  return [
    ...hostSeries(model, startMs + WEEK_MS, names),
    ...services.filter(
      ({ metric: { __name__ } }) =>
        __name__ !== RESIDENT && !IN_A_CONTAINER.has(__name__),
    ),
    ...inContainers(services, startMs),
  ];
}

function* pieces(
  recordings: Recordings,
  names: ReadonlySet<string>,
): Iterable<Recording> {
  const of = (recording: Recording): Recording => ({
    ...recording,
    series: recording.series.filter(({ metric }) => names.has(metric.__name__)),
  });
  const atWork = of(recordings.atWork);
  const aggregatorRestarts = of(recordings.aggregatorRestarts);
  const brokerRestarts = of(recordings.brokerRestarts);
  const databaseRestarts = of(recordings.databaseRestarts);
  let laidMs = 0;
  const lay = (recording: Recording) => {
    laidMs += recording.lastsMs;
    return recording;
  };
  for (let day = 0; day < 7; day += 1) {
    while (laidMs < (day + 0.4) * DAY_MS) yield lay(atWork);
    yield lay(aggregatorRestarts);
    while (laidMs < (day + NOON) * DAY_MS) yield lay(atWork);
    if (day === 2) {
      for (let broker = 0; broker < 3; broker += 1) {
        yield lay(brokerRestarts);
      }
    }
    if (day === DATABASE_RESTARTS_ON) yield lay(databaseRestarts);
    while (laidMs < (day + 1) * DAY_MS) yield lay(atWork);
  }
}

/** The aggregator within the limits of its container, and a volume that has nothing but the database on it. */
function inContainers(
  services: readonly TimeSeries[],
  startMs: number,
): TimeSeries[] {
  const of = (job: string, name: string) => {
    const found = services.find(
      ({ metric }) => metric.job === job && metric.__name__ === name,
    );
    if (!found) throw new Error(`${name} of ${job} was not recorded.`);
    return found;
  };
  const as = (
    { metric, timestamps, values }: TimeSeries,
    __name__: string,
    value: (before: number, atMs: number) => number,
  ): TimeSeries => ({
    metric: { ...metric, __name__ },
    timestamps,
    values: values.map((before, i) => value(before, timestamps[i] - startMs)),
  });
  const memory = of('gomon-aggregator', RESIDENT);
  const { metric, ...beats } = of(
    'victoria-metrics',
    'vm_free_disk_space_bytes',
  );
  return [
    as(memory, 'gomon_memory_working_set_bytes', bytes => bytes),
    as(memory, 'gomon_memory_limit_bytes', () => MEMORY_LIMIT),
    as(memory, 'gomon_cpu_limit_cores', () => CPU_LIMIT_CORES),
    as({ metric, ...beats }, metric.__name__, (_, atMs) => {
      const merging = ((atMs / 3_600_000) % 1) * MERGE;
      return FREE_AT_FIRST - (atMs / DAY_MS) * FREE_LESS_PER_DAY - merging;
    }),
  ];
}
