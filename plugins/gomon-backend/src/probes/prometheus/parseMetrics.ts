/** One line of the Prometheus text format. */
export interface MetricSample {
  labels: Record<string, string>;
  value: number;
}

/** What a `/metrics` page says, by name. */
export class Metrics {
  constructor(private readonly samples: ReadonlyMap<string, MetricSample[]>) {}

  /** Whether there is anything whose name begins so. */
  hasAny(prefix: string): boolean {
    return [...this.samples.keys()].some(name => name.startsWith(prefix));
  }

  /** All samples of a name. */
  all(name: string): readonly MetricSample[] {
    return this.samples.get(name) ?? [];
  }

  /** Sum over all labels, or over those that match; undefined where there is none. */
  sum(name: string, labels: Record<string, string> = {}): number | undefined {
    const values = this.all(name)
      .filter(sample =>
        Object.entries(labels).every(
          ([key, value]) => sample.labels[key] === value,
        ),
      )
      .map(({ value }) => value);
    return values.length > 0
      ? values.reduce((total, value) => total + value, 0)
      : undefined;
  }
}

const LINE = /^([a-zA-Z_:][a-zA-Z0-9_:]*)(\{.*\})?\s+(\S+)(?:\s+-?\d+)?$/;
const LABEL = /([a-zA-Z_][a-zA-Z0-9_]*)="((?:[^"\\]|\\.)*)"/g;

/** Reads the Prometheus text format, leaving out what it cannot understand. Only names that `wanted` accepts are kept. */
export function parseMetrics(
  text: string,
  wanted: (name: string) => boolean = () => true,
): Metrics {
  const samples = new Map<string, MetricSample[]>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const match = LINE.exec(line.trimEnd());
    if (!match || !wanted(match[1])) continue;
    const value = toNumber(match[3]);
    if (value === undefined) continue;
    const list = samples.get(match[1]) ?? [];
    list.push({ labels: toLabels(match[2]), value });
    samples.set(match[1], list);
  }
  return new Metrics(samples);
}

function toNumber(text: string): number | undefined {
  if (text === '+Inf') return Infinity;
  if (text === '-Inf') return -Infinity;
  const value = Number(text);
  return Number.isNaN(value) ? undefined : value;
}

function toLabels(text: string | undefined): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const [, name, value] of text?.matchAll(LABEL) ?? []) {
    labels[name] = value.replace(/\\(.)/g, (_, c) => (c === 'n' ? '\n' : c));
  }
  return labels;
}
