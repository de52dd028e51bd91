import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { bytesInWords, figureInWords, plural } from '../../words/count';
import { CounterRate } from '../CounterRate';
import { Replica } from './AggregatorClient';

const CPU_WINDOW_MS = 120_000;
const RESTART_WINDOW_MS = 3600_000;
/** A restart now and then is a deployment; so many of one replica in an hour are not. */
const TOO_MANY_RESTARTS = 3;
const NEAR_MEMORY_LIMIT = 0.9;
const NEAR_CPU_LIMIT = 0.95;

interface Memory {
  cpu: CounterRate;
  startedAt?: number;
  restarts: number[];
}

interface Use {
  used: number;
  limit: number;
}

/** Memory and CPU of the replicas against the limits of their control groups, and their restarts. */
export class Resources {
  readonly #memories = new Map<string, Memory>();
  #replicas: readonly Replica[] = [];

  add(replicas: readonly Replica[], now: Date): void {
    this.#replicas = replicas;
    for (const { url, metrics } of replicas) {
      const memory: Memory = this.#memories.get(url) ?? {
        cpu: new CounterRate(CPU_WINDOW_MS),
        restarts: [],
      };
      this.#memories.set(url, memory);
      memory.cpu.add(metrics.sum('process_cpu_seconds_total'), now);
      const startedAt = metrics.sum('process_start_time_seconds');
      if (memory.startedAt !== undefined && startedAt !== memory.startedAt) {
        memory.restarts.push(now.getTime());
      }
      memory.startedAt = startedAt ?? memory.startedAt;
      memory.restarts = memory.restarts.filter(
        at => now.getTime() - at < RESTART_WINDOW_MS,
      );
    }
  }

  checks(title: string): CheckReport[] {
    return [
      this.#restartsCheck(title),
      ...limitCheck(title, this.#fullest(memoryUse), {
        id: 'aggregator.memory',
        title: 'Memory of its limit',
        near: NEAR_MEMORY_LIMIT,
        inWords: bytesInWords,
        consequence: 'At the limit it is killed and starts again.',
      }),
      ...limitCheck(
        title,
        this.#fullest(replica => this.#cpuUse(replica)),
        {
          id: 'aggregator.cpu',
          title: 'CPU of its limit',
          near: NEAR_CPU_LIMIT,
          inWords: cores => `${figureInWords(1000 * cores)}m CPU`,
          consequence: 'At the limit it is slowed down.',
        },
      ),
    ];
  }

  figures(): FigureReport[] {
    const memory = this.#fullest(memoryUse)?.used;
    const cpu = this.#fullest(replica => this.#cpuUse(replica))?.used;
    const figures: FigureReport[] = [];
    if (memory !== undefined) {
      figures.push({
        id: 'memory',
        label: 'memory',
        value: memory,
        unit: 'bytes',
      });
    }
    if (cpu !== undefined) {
      figures.push({
        id: 'cpu',
        label: 'CPU, percent of a core',
        value: 100 * cpu,
        unit: 'percent',
      });
    }
    return figures;
  }

  #restartsCheck(title: string): CheckReport {
    const counts = [...this.#memories.values()].map(
      ({ restarts }) => restarts.length,
    );
    const most = Math.max(0, ...counts);
    const common = {
      id: 'aggregator.restarts',
      title: 'Restarts',
      value: most,
      unit: 'count' as const,
      threshold: TOO_MANY_RESTARTS,
    };
    const sentence =
      most === 0
        ? `${title} has not restarted in the last hour.`
        : `${title} has restarted ${
            most === 1 ? 'once' : plural(most, 'time')
          } in the last hour.`;
    if (most < TOO_MANY_RESTARTS) return { ...common, status: 'ok', sentence };
    return {
      ...common,
      status: 'degraded',
      failure: 'own',
      sentence,
      meaning:
        'Nothing is lost: after each start it goes on from its last commit.',
      action: { text: 'Look at the end of its log before the last start.' },
    };
  }

  /** The use of the replica that is nearest to its limit. */
  #fullest(use: (replica: Replica) => Use | undefined): Use | undefined {
    return this.#replicas
      .flatMap(replica => use(replica) ?? [])
      .sort((a, b) => b.used / b.limit - a.used / a.limit)[0];
  }

  #cpuUse({ url, metrics }: Replica): Use | undefined {
    const used = this.#memories.get(url)?.cpu.perSecond();
    const limit = metrics.sum('gomon_cpu_limit_cores') || Infinity;
    return used === undefined ? undefined : { used, limit };
  }
}

function memoryUse({ metrics }: Replica): Use | undefined {
  const limit = metrics.sum('gomon_memory_limit_bytes');
  const resident = metrics.sum('process_resident_memory_bytes');
  // Without a limit the control group may be the whole machine's.
  if (!limit) return resident ? { used: resident, limit: Infinity } : undefined;
  const used = metrics.sum('gomon_memory_working_set_bytes') || resident;
  return used ? { used, limit } : undefined;
}

function limitCheck(
  name: string,
  use: Use | undefined,
  resource: {
    id: string;
    title: string;
    near: number;
    inWords(amount: number): string;
    consequence: string;
  },
): CheckReport[] {
  // Without a limit there is nothing to hold it against; the figure is shown all the same.
  if (!use || use.limit === Infinity) return [];
  const { used, limit } = use;
  const { id, title, near, inWords, consequence } = resource;
  const isNear = used / limit >= near;
  const figures = `${name} uses ${inWords(used)} of its ${inWords(limit)}.`;
  return [
    {
      id,
      title,
      status: isNear ? 'degraded' : 'ok',
      ...(isNear && { failure: 'own' as const }),
      sentence: isNear ? `${figures} ${consequence}` : figures,
      value: (100 * used) / limit,
      unit: 'percent',
      threshold: 100 * near,
    },
  ];
}
