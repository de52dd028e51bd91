import { MAX_VALUES_PER_LINE } from '@gomon/wire';
import type { TimeSeries } from './timeSeries';

/** Writes series, line by line, and sees to it that the next query finds them. */
export async function importSeries(
  url: string,
  series: readonly TimeSeries[],
): Promise<void> {
  for (const { metric, timestamps, values } of series) {
    const lines: string[] = [];
    for (let from = 0; from < values.length; from += MAX_VALUES_PER_LINE) {
      const to = from + MAX_VALUES_PER_LINE;
      lines.push(
        JSON.stringify({
          metric,
          values: values.slice(from, to),
          timestamps: timestamps.slice(from, to),
        }),
      );
    }
    const response = await fetch(`${url}/api/v1/import`, {
      method: 'POST',
      body: lines.join('\n'),
    });
    if (!response.ok) throw new Error(await response.text());
  }
  await fetch(`${url}/internal/force_flush`);
}
