import { waitUntil } from '../processes/wait';
import { baseUrlOf } from '../victoriaMetrics/isHealthy';

/**
 * Waits until a sample that is newer than the given time can be queried.
 *
 * @returns whether one came within two minutes
 */
export function firstSampleSince(
  victoriaMetrics: string,
  sinceMs: number,
): Promise<boolean> {
  let asked = 0;
  return waitUntil(
    async () => {
      const url = queryUrl(victoriaMetrics, (asked += 1));
      const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
      const { data } = (await answer.json()) as {
        data?: { result: Array<{ value: [number, string] }> };
      };
      const newest = Number(data?.result[0]?.value[1] ?? 0) * 1000;
      return newest >= sinceMs;
    },
    { withinMs: 120_000 },
  );
}

// VictoriaMetrics remembers for ten seconds that a selector found nothing, also
// with nocache: asked again in the same words it would answer of a moment ago.
function queryUrl(victoriaMetrics: string, asked: number): URL {
  const url = new URL(`${baseUrlOf(victoriaMetrics)}/api/v1/query`);
  const selector = `cpu_usage_percent{instance!="question ${asked}"}`;
  url.searchParams.set('query', `max(timestamp(${selector}))`);
  url.searchParams.set('nocache', '1');
  return url;
}
