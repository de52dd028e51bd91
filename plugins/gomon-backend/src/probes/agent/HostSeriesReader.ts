import { ServiceUnavailableError } from '@backstage/errors';
import { Host, Series, SeriesSet, Unit } from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';
import { VictoriaMetricsInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { Range } from '../../history/range';
import { LookError } from '../LookError';
import {
  MatrixEntry,
  VictoriaMetricsClient,
} from '../victoriaMetrics/VictoriaMetricsClient';
import { labelValue, selectorOf } from './selector';

/** Series of one host in one answer: a host may have hundreds of mounts. */
const MAX_SERIES = 60;
/** A rate needs several samples of the slowest usual agent. */
const SHORTEST_RATE_S = 120;

interface Question {
  name: string;
  label: string;
  unit: Unit;
  /** The label that tells its series apart. */
  by?: 'mountpoint' | 'interface';
  expression(selector: string, window: string): string;
}

const average = (series: string) => (selector: string, window: string) =>
  `avg_over_time(${series}{${selector}}[${window}])`;
const bytesPerSecond = (series: string) => (selector: string, window: string) =>
  `rate(${series}{${selector}}[${window}]) * 1048576`;

/** Everything that can be asked about a host. */
const questions: readonly Question[] = [
  {
    name: 'cpu',
    label: 'CPU used',
    unit: 'percent',
    expression: average('cpu_usage_percent'),
  },
  {
    name: 'memory',
    label: 'memory used',
    unit: 'percent',
    expression: average('mem_usage_percent'),
  },
  {
    name: 'disk',
    label: 'disk used',
    unit: 'percent',
    by: 'mountpoint',
    expression: average('disk_used_percent'),
  },
  {
    name: 'disk-bytes',
    label: 'disk space used',
    unit: 'bytes',
    by: 'mountpoint',
    expression: (selector, window) =>
      `avg_over_time(dsk_used_gb{${selector}}[${window}]) * 1073741824`,
  },
  {
    name: 'received',
    label: 'received',
    unit: 'bytes/s',
    by: 'interface',
    expression: bytesPerSecond('int_bytes_recv_mb'),
  },
  {
    name: 'sent',
    label: 'sent',
    unit: 'bytes/s',
    by: 'interface',
    expression: bytesPerSecond('int_bytes_sent_mb'),
  },
];

/** Reads the series of a host from VictoriaMetrics, by names that only the server knows. */
export class HostSeriesReader {
  constructor(
    private readonly options: {
      instances: readonly VictoriaMetricsInstance[];
      timeoutMs: number;
      /** The agent component of a reference. */
      component(entityRef: string): Promise<Component | undefined>;
    },
  ) {}

  /** @throws ServiceUnavailableError when VictoriaMetrics does not answer in time. */
  async read(host: Host, range: Range): Promise<SeriesSet> {
    const { instances, timeoutMs } = this.options;
    const component = await this.options.component(host.entityRef!);
    const instance = component && selectInstance(instances, component);
    if (!instance) {
      throw new ServiceUnavailableError('VictoriaMetrics is not configured');
    }
    const client = new VictoriaMetricsClient(instance, timeoutMs);
    const selector = `${selectorOf(component)},instance=${labelValue(
      host.instance,
    )}`;
    const { from, to, stepSeconds } = range;
    try {
      const answers = await Promise.all(
        questions.map(question => {
          const seconds =
            question.unit === 'bytes/s'
              ? Math.max(stepSeconds, SHORTEST_RATE_S)
              : Math.max(stepSeconds, 2 * ((host.intervalMs ?? 30_000) / 1000));
          return client.range(
            question.expression(selector, `${Math.ceil(seconds)}s`),
            range,
            AbortSignal.timeout(timeoutMs),
          );
        }),
      );
      return {
        from: from.toISOString(),
        to: to.toISOString(),
        step: stepSeconds,
        series: questions
          .flatMap((question, index) =>
            answers[index].map(entry => toSeries(question, entry, range)),
          )
          .slice(0, MAX_SERIES),
      };
    } catch (error) {
      const { reason } = LookError.from(error);
      throw new ServiceUnavailableError(
        `VictoriaMetrics cannot be read: ${reason}`,
      );
    }
  }
}

function toSeries(
  question: Question,
  entry: MatrixEntry,
  range: Range,
): Series {
  const { name, label, unit, by } = question;
  const values = new Map(entry.values);
  const points: Series['points'] = [];
  const [start, end] = [range.from.getTime(), range.to.getTime()];
  for (let at = start; at <= end; at += range.stepSeconds * 1000) {
    points.push([at, values.get(at) ?? null]);
  }
  return {
    name,
    label,
    unit,
    ...(by && { labels: { [by]: entry.labels[by] ?? '' } }),
    points,
  };
}
