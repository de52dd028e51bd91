import { StoredSeries } from './verdict';

const FAR_AHEAD_S = 200_000;

/** Everything stored of one host. */
export async function exportHost(
  url: string,
  host: string,
): Promise<StoredSeries[]> {
  const query = new URLSearchParams({
    'match[]': `{instance="${host}"}`,
    start: '0',
    // Without an end, VictoriaMetrics takes the present second rounded down.
    end: String(Math.ceil(Date.now() / 1000) + FAR_AHEAD_S),
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
