import { Sample } from './samples';

/**
 * Values of one series that one line may carry. VictoriaMetrics takes more, but a line is parsed in one piece:
 * the contract asks for fewer than 10,000.
 */
export const MAX_VALUES_PER_LINE = 8000;

/**
 * Renders samples for `POST /api/v1/import`: a line a series, times ascending, ending in a line break.
 * Empty for no samples.
 */
export function toImportLines(samples: Iterable<Sample>): string {
  const bySeries = new Map<string, Sample[]>();
  for (const sample of samples) {
    const key = seriesPrefix(sample.name, sample.labels);
    const group = bySeries.get(key);
    if (group) group.push(sample);
    else bySeries.set(key, [sample]);
  }
  let text = '';
  for (const [prefix, group] of bySeries) {
    group.sort((a, b) => a.timestampMs - b.timestampMs);
    for (let from = 0; from < group.length; from += MAX_VALUES_PER_LINE) {
      const part = group.slice(from, from + MAX_VALUES_PER_LINE);
      const values = part.map(sample => sample.value).join(',');
      const times = part.map(sample => sample.timestampMs).join(',');
      text += `${prefix}${values}],"timestamps":[${times}]}\n`;
    }
  }
  return text;
}

/** A line up to its first value: `{"metric":{...},"values":[`. */
export function seriesPrefix(
  name: string,
  labels: Record<string, string>,
): string {
  let text = `{"metric":{"__name__":${JSON.stringify(name)}`;
  for (const label of Object.keys(labels)) {
    text += `,"${label}":${JSON.stringify(labels[label])}`;
  }
  return `${text}},"values":[`;
}
