import {
  DoctorFinding,
  EntityDeployments,
  EntityHealth,
  EntityHistory,
  EntityQuality,
  EntitySummary,
  HealthEvent,
  HostPage,
  LogPage,
  Page,
  Pipeline,
  SeriesSet,
  Silence,
} from '@gomon/plugin-gomon-common';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import type { GomonApi } from './GomonApi';
import { GomonClient } from './GomonClient';

/** What the client makes of each answer of the document; lists come without what is around them. */
interface Answers {
  DoctorReport: DoctorFinding[];
  EntityDeployments: EntityDeployments;
  EntityHealth: EntityHealth;
  EntityHistory: EntityHistory;
  EntityQuality: EntityQuality;
  EntitySummaryPage: Page<EntitySummary>;
  EventPage: Page<HealthEvent>;
  HostPage: HostPage;
  LogPage: LogPage;
  PipelineList: Pipeline[];
  SeriesSet: SeriesSet;
  Silence: Silence;
  SilenceList: Silence[];
}

interface Call {
  operation: string;
  answer: string;
  ask(client: GomonClient): Promise<unknown>;
}

/** Compiles only where the client promises what the answer of that name is. */
function call<Name extends keyof Answers>(
  operation: string,
  answer: Name,
  ask: (client: GomonClient) => Promise<Answers[Name]>,
): Call {
  return { operation, answer, ask };
}

const ref = 'component:default/kafka';
const range = { from: '2026-01-01T00:00:00Z', to: '2026-01-01T01:00:00Z' };

/** Every method of the client, with all that it can be asked. */
const calls: Record<keyof GomonApi, Call> = {
  getPipelines: call('GetPipelines', 'PipelineList', client =>
    client.getPipelines(),
  ),
  getEntityHealth: call('GetEntityHealth', 'EntityHealth', client =>
    client.getEntityHealth(ref),
  ),
  getEntityDeployments: call(
    'GetEntityDeployments',
    'EntityDeployments',
    client => client.getEntityDeployments(ref),
  ),
  getEntityQuality: call('GetEntityQuality', 'EntityQuality', client =>
    client.getEntityQuality(ref),
  ),
  getEntityHistory: call('GetEntityHistory', 'EntityHistory', client =>
    client.getEntityHistory(ref, range),
  ),
  getEntitySeries: call('GetEntitySeries', 'SeriesSet', client =>
    client.getEntitySeries(ref, range),
  ),
  getEntities: call('GetEntities', 'EntitySummaryPage', client =>
    client.getEntities({ environment: 'a', limit: 5, cursor: 'c' }),
  ),
  getHosts: call('GetHosts', 'HostPage', client =>
    client.getHosts({
      status: ['down'],
      search: 'a',
      environment: 'a',
      sort: 'cpu',
      limit: 5,
      cursor: 'c',
    }),
  ),
  getHostSeries: call('GetHostSeries', 'SeriesSet', client =>
    client.getHostSeries('a', { ...range, environment: 'a' }),
  ),
  getEntityLogs: call('GetEntityLogs', 'LogPage', client =>
    client.getEntityLogs(ref, {
      ...range,
      query: 'a',
      level: ['error'],
      metric: ['cpu_usage_percent'],
      limit: 5,
      cursor: 'c',
    }),
  ),
  getEvents: call('GetEvents', 'EventPage', client =>
    client.getEvents({ ...range, environment: 'a', limit: 5, cursor: 'c' }),
  ),
  getSilences: call('GetSilences', 'SilenceList', client =>
    client.getSilences({ entityRef: ref }),
  ),
  createSilence: call('CreateSilence', 'Silence', client =>
    client.createSilence({
      entityRef: ref,
      kind: 'mute',
      reason: 'because',
      from: range.from,
      until: range.to,
    }),
  ),
  endSilence: call('EndSilence', 'Silence', client => client.endSilence('a')),
  getFindings: call('GetDoctor', 'DoctorReport', client =>
    client.getFindings(),
  ),
};

interface Schema {
  $ref?: string;
  required?: string[];
  properties?: Record<string, unknown>;
}
interface Content {
  content: { 'application/json': { schema: Schema } };
}
interface Operation {
  operationId: string;
  parameters?: { $ref?: string; name?: string; in?: string }[];
  requestBody?: Content;
  responses: Record<string, Content>;
}

const document = parse(
  readFileSync(
    resolve(__dirname, '../../../gomon-backend/src/schema/openapi.yaml'),
    'utf8',
  ),
  { merge: true },
);

function find(wanted: string) {
  const paths: [string, Record<string, Operation>][] = Object.entries(
    document.paths,
  );
  for (const [path, operations] of paths) {
    for (const [method, operation] of Object.entries(operations)) {
      if (operation.operationId === wanted) return { path, method, operation };
    }
  }
  throw new Error(`The document knows no ${wanted}`);
}

function resolveRef<T extends { $ref?: string }>(entry: T): T {
  if (!entry.$ref) return entry;
  const [, ...steps] = entry.$ref.split('/');
  return steps.reduce((at, step) => at[step], document);
}

function schemaNameOf({ content }: Content): string | undefined {
  return content['application/json'].schema.$ref?.split('/').pop();
}

/** What the client sends for a call. */
async function requestOf({ ask }: Call) {
  const fetch = jest.fn(async () => Response.json({ items: [] }));
  const client = new GomonClient({
    discoveryApi: { getBaseUrl: async () => 'http://backend' },
    fetchApi: { fetch },
  });
  await ask(client);
  const [[url, init]] = fetch.mock.calls as unknown as [[string, RequestInit]];
  return {
    url: new URL(url),
    method: (init.method ?? 'GET').toLowerCase(),
    body: init.body ? JSON.parse(init.body as string) : undefined,
  };
}

/**
 * The client is written by hand because the one that Backstage generates from the document loses every parameter called `from`
 * (it is renamed to `_from`) and cannot end a request by a signal. This holds it to the document all the same; that the types
 * are those of the document is held by a test of the backend plugin.
 */
describe('the client and the OpenAPI document', () => {
  it.each(Object.entries(calls))('agree on %s', async (_, wanted) => {
    const { path, method, operation } = find(wanted.operation);
    const request = await requestOf(wanted);
    expect(request.method).toBe(method);
    const pattern = path.replace(/\{\w+\}/g, '[^/]+');
    expect(request.url.pathname).toMatch(new RegExp(`^${pattern}$`));
    const known = (operation.parameters ?? [])
      .map(resolveRef)
      .flatMap(({ name, in: where }) => (where === 'query' ? [name] : []));
    expect(known).toEqual(
      expect.arrayContaining([...request.url.searchParams.keys()]),
    );
    const body = operation.requestBody?.content['application/json'].schema;
    const { properties = {}, required = [] } = body ? resolveRef(body) : {};
    const sent = Object.keys(request.body ?? {});
    expect(Object.keys(properties)).toEqual(expect.arrayContaining(sent));
    expect(sent).toEqual(expect.arrayContaining(required));
    const answers = Object.entries(operation.responses)
      .filter(([status]) => status.startsWith('2'))
      .map(([, answer]) => schemaNameOf(answer));
    expect(answers).toEqual([wanted.answer]);
  });
});
