import type { Span } from './edits';
import type { TimeSeries } from './timeSeries';

/** Every sample of a span, as it is stored. A mark that a series has ended is no sample. */
export async function exportSeries(
  url: string,
  selector: string,
  { fromMs, toMs }: Span,
): Promise<TimeSeries[]> {
  const response = await fetch(`${url}/api/v1/export`, {
    method: 'POST',
    body: new URLSearchParams({
      'match[]': selector,
      start: String(fromMs / 1000),
      end: String((toMs - 1) / 1000),
    }),
  });
  if (!response.ok) throw new Error(await response.text());
  const lines = (await response.text()).split('\n').filter(Boolean);
  return lines.map(readSeries);
}

/** One line of an export. VictoriaMetrics writes values that are no number as `NaN` and `Inf`, which JSON does not know. */
export function readSeries(line: string): TimeSeries {
  const at = line.indexOf('"values":');
  const values = line
    .slice(at)
    .replace(/(?<=[[,])[+-]?(?:NaN|Inf(?:inity)?)(?=[,\]])/g, 'null');
  return withoutMarks(JSON.parse(line.slice(0, at) + values));
}

function withoutMarks({ metric, timestamps, values }: TimeSeries): TimeSeries {
  const told = values.map((_, i) => i).filter(i => Number.isFinite(values[i]));
  return {
    metric,
    values: told.map(i => values[i]),
    timestamps: told.map(i => timestamps[i]),
  };
}
