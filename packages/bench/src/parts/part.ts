import type { Servers } from '@gomon/faults';
import type { BenchOptions } from '../options';
import type { Results } from '../results/results';

/** What a part works with. */
export interface Bench {
  readonly options: BenchOptions;
  /** Tells how far it is, a line each. */
  say(line: string): void;
  /** Brings up a Kafka and a VictoriaMetrics for so long. */
  withServers<T>(use: (servers: Servers) => Promise<T>): Promise<T>;
}

/** Measures something; returns what is to be kept, nothing where it was only a try. */
export type Part = (bench: Bench) => Promise<Results>;
