/** One series of an answer, with its value now. */
export interface Sample {
  metric: Record<string, string>;
  value: number;
}

/**
 * Asks VictoriaMetrics for the value of a query now.
 *
 * @throws Error with its own words when it refuses the query
 */
export async function ask(
  url: string,
  query: string,
  at?: Date,
): Promise<Sample[]> {
  const response = await fetch(`${url}/api/v1/query`, {
    method: 'POST',
    body: new URLSearchParams({
      query,
      nocache: '1',
      ...(at && { time: String(at.getTime() / 1000) }),
    }),
    signal: AbortSignal.timeout(60_000),
  });
  const answer = (await response.json()) as any;
  if (answer.status !== 'success') {
    throw new Error(`${query}: ${answer.error}`);
  }
  return answer.data.result.map(({ metric, value }: any) => ({
    metric,
    value: Number(value[1]),
  }));
}
