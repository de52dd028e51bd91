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
  const url = new URL(`${baseUrlOf(victoriaMetrics)}/api/v1/query`);
  url.searchParams.set('query', 'max(timestamp(cpu_usage_percent))');
  url.searchParams.set('nocache', '1');
  return waitUntil(
    async () => {
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
