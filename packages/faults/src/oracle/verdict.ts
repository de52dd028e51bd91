import { byCodeUnits } from '@gomon/service-kit';
import { toSamples } from '@gomon/wire';
import { FleetModel, hostName, messageOf } from '../fleet/hostModel';
import { ProducedLedger } from './producedLedger';

/** One series as VictoriaMetrics exports it. */
export interface StoredSeries {
  readonly metric: Record<string, string>;
  readonly values: number[];
  readonly timestamps: number[];
}

/** What the database has, held against what was produced. */
export interface Verdict {
  /** Messages that Kafka acknowledged. */
  readonly produced: number;
  /** Messages of which every sample is stored with its value. */
  readonly stored: number;
  /** Messages that were produced, and are neither stored whole nor in the dead letters. */
  readonly missing: number;
  /** Samples that are stored and were never sent, or with another value. */
  readonly invented: number;
  /** Messages below the commit that are not stored whole. */
  readonly committedAhead: number;
  /** A few of the missing ones, by name. */
  readonly examples: string[];
}

/** What else the verdict goes by. */
export interface VerdictContext {
  /** Whether a message was found in the dead letters. */
  readonly isDead?: (host: string, sequence: number) => boolean;
  /** The group's commits by partition. */
  readonly committed?: ReadonlyMap<number, number>;
}

const MAX_EXAMPLES = 5;
// Decimal storage: values come back within this.
const TOLERANCE = 1e-12;

/**
 * Compares everything stored of a fleet with everything produced by it.
 *
 * Pure: the model knows every figure that was sent.
 */
export function judgeFleet(
  model: FleetModel,
  ledger: ProducedLedger,
  storedOf: (host: string) => StoredSeries[],
  context: VerdictContext = {},
): Verdict {
  const sum = { stored: 0, missing: 0, invented: 0, committedAhead: 0 };
  const examples: string[] = [];
  for (let host = 0; host < model.hosts; host++) {
    const name = hostName(model, host);
    const stored = indexOf(storedOf(name));
    const seen = stored.times;
    for (const [sequence, place] of ledger.acknowledgedOf(host)) {
      if (isWhole(model, host, sequence, stored.values)) {
        sum.stored += 1;
        continue;
      }
      if (context.isDead?.(name, sequence)) continue;
      sum.missing += 1;
      if (examples.length < MAX_EXAMPLES) {
        examples.push(
          `${name} #${sequence} (partition ${place.partition}, offset ${place.offset})`,
        );
      }
      const commit = context.committed?.get(place.partition);
      if (commit !== undefined && place.offset < commit && !place.destroyed) {
        sum.committedAhead += 1;
      }
    }
    sum.invented += countInvented(model, host, ledger, stored.values, seen);
  }
  return { produced: ledger.acknowledged, ...sum, examples };
}

type Values = Map<string, Map<number, number>>;

function indexOf(series: StoredSeries[]): {
  values: Values;
  times: Set<number>;
} {
  const values: Values = new Map();
  const times = new Set<number>();
  for (const { metric, values: numbers, timestamps } of series) {
    const key = keyOf(metric);
    const own = values.get(key) ?? new Map<number, number>();
    values.set(key, own);
    timestamps.forEach((time, i) => {
      own.set(time, numbers[i]);
      times.add(time);
    });
  }
  return { values, times };
}

function isWhole(
  model: FleetModel,
  host: number,
  sequence: number,
  values: Values,
): boolean {
  const { samples } = toSamples(messageOf(model, host, sequence));
  return samples.every(({ name, labels, value, timestampMs }) => {
    const stored = values.get(keyOf({ __name__: name, ...labels }));
    return isSame(stored?.get(timestampMs), value);
  });
}

function countInvented(
  model: FleetModel,
  host: number,
  ledger: ProducedLedger,
  values: Values,
  times: Set<number>,
): number {
  const known = new Map<string, number>();
  let invented = 0;
  for (const time of times) {
    const sequence = (time - model.startMs) / model.stepMs;
    if (!Number.isInteger(sequence) || !ledger.wasSent(host, sequence)) {
      for (const own of values.values()) if (own.has(time)) invented += 1;
      continue;
    }
    known.clear();
    for (const sample of toSamples(messageOf(model, host, sequence)).samples) {
      known.set(
        keyOf({ __name__: sample.name, ...sample.labels }),
        sample.value,
      );
    }
    for (const [key, own] of values) {
      const stored = own.get(time);
      if (stored !== undefined && !isSame(stored, known.get(key))) {
        invented += 1;
      }
    }
  }
  return invented;
}

function isSame(stored: number | undefined, sent: number | undefined): boolean {
  if (stored === undefined || sent === undefined) return false;
  return Math.abs(stored - sent) <= TOLERANCE * Math.max(1, Math.abs(sent));
}

function keyOf(labels: Record<string, string>): string {
  return Object.keys(labels)
    .sort(byCodeUnits)
    .map(name => `${name}=${labels[name]}`)
    .join('\n');
}
