import type { TimeSeries } from './week/timeSeries';

/** One series of an answer, with its value now. */
export interface Sample {
  metric: Record<string, string>;
  value: number;
}

/** When a query is evaluated, Unix milliseconds. */
export interface Range {
  fromMs: number;
  toMs: number;
  stepMs: number;
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
  const result = await answer(`${url}/api/v1/query`, {
    query,
    ...(at && { time: String(at.getTime() / 1000) }),
  });
  return result.map(({ metric, value }) => ({
    metric,
    value: Number(value[1]),
  }));
}

/**
 * Asks for its values over a while, as a panel does; a step without a value is left out.
 *
 * @throws Error with its own words when it refuses the query
 */
export async function askRange(
  url: string,
  query: string,
  { fromMs, stepMs, toMs }: Range,
): Promise<TimeSeries[]> {
  const result = await answer(`${url}/api/v1/query_range`, {
    query,
    start: String(fromMs / 1000),
    end: String(toMs / 1000),
    step: String(stepMs / 1000),
  });
  return result.map(({ metric, values }) => ({
    metric,
    timestamps: values.map(([seconds]: [number, string]) => seconds * 1000),
    values: values.map(([, value]: [number, string]) => Number(value)),
  }));
}

async function answer(
  url: string,
  parameters: { query: string } & Record<string, string>,
): Promise<any[]> {
  const response = await fetch(url, {
    method: 'POST',
    body: new URLSearchParams({ ...parameters, nocache: '1' }),
    signal: AbortSignal.timeout(60_000),
  });
  const { data, error, status } = (await response.json()) as any;
  if (status !== 'success') throw new Error(`${parameters.query}: ${error}`);
  return data.result;
}
