import { Service } from '@gomon/dev-stack';

/** What `/ready` says. */
export interface ReadyPage {
  readonly ready: boolean;
  readonly reasons: { code: string; sentence: string; dependency: string }[];
}

const PAGE_TIMEOUT_MS = 5_000;

/** Asks a service whether it can do its job. */
export async function readyOf(service: Service): Promise<ReadyPage> {
  const page = (await (await get(service, '/ready')).json()) as ReadyPage;
  return page;
}

/** The codes of what keeps a service from its job. */
export async function reasonsOf(service: Service): Promise<string[]> {
  return (await readyOf(service)).reasons.map(({ code }) => code);
}

/** The sum of a service's own metric over all labels that contain a text. */
export async function metricOf(
  service: Service,
  name: string,
  labels = '',
): Promise<number> {
  const text = await (await get(service, '/metrics')).text();
  let sum = 0;
  for (const line of text.split('\n')) {
    const [, found, own = '', value] =
      /^([a-z_]+)(\{.*\})? (\S+)$/.exec(line) ?? [];
    if (found === name && own.includes(labels)) sum += Number(value);
  }
  return sum;
}

function get(service: Service, path: string): Promise<Response> {
  return fetch(`http://127.0.0.1:${service.port}${path}`, {
    signal: AbortSignal.timeout(PAGE_TIMEOUT_MS),
  });
}
