/** One series as VictoriaMetrics exports it. */
export interface StoredSeries {
  readonly metric: Record<string, string>;
  readonly values: number[];
  readonly timestamps: number[];
}

/** Everything stored of the series that a selector matches. */
export async function exportSeries(
  url: string,
  selector: string,
): Promise<StoredSeries[]> {
  const query = new URLSearchParams({
    'match[]': selector,
    // Without an end, VictoriaMetrics takes the present second rounded down.
    end: String(Math.ceil(Date.now() / 1000) + 200_000),
    reduce_mem_usage: '1',
  });
  const response = await fetch(`${url}/api/v1/export?${query}`);
  if (!response.ok) throw new Error(`HTTP ${response.status} from export`);
  const text = await response.text();
  return text
    .split('\n')
    .filter(Boolean)
    .map(line => JSON.parse(line) as StoredSeries);
}
