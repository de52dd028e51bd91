import { Service } from '@gomon/dev-stack';

/** What `/ready` says. */
export interface ReadyPage {
  readonly ready: boolean;
  readonly reasons: {
    code: string;
    sentence: string;
    dependency: string;
    since: string;
  }[];
}

/** Asks a service whether it can do its job. */
export async function readyOf(service: Service): Promise<ReadyPage> {
  const response = await fetch(`http://127.0.0.1:${service.port}/ready`);
  const page = (await response.json()) as ReadyPage;
  if (response.status !== (page.ready ? 200 : 503)) {
    throw new Error(`HTTP ${response.status} for ready=${page.ready}`);
  }
  return page;
}

/** The sum of a service's own metric over all of its labels that contain a text. */
export async function metricOf(
  service: Service,
  name: string,
  labels = '',
): Promise<number> {
  const response = await fetch(`http://127.0.0.1:${service.port}/metrics`);
  let sum = 0;
  for (const line of (await response.text()).split('\n')) {
    const [, found, own = '', value] =
      /^([a-z_]+)(\{.*\})? (\S+)$/.exec(line) ?? [];
    if (found === name && own.includes(labels)) sum += Number(value);
  }
  return sum;
}
