import { CheckReport, Component, Topology } from '@gomon/plugin-gomon-node';
import { HttpTarget } from '../http/HttpTarget';
import { parseJson } from '../http/parseJson';
import { lookFailed } from '../lookFailed';
import { neighbour } from '../neighbour';

const token = `gomon:
  grafana:
    - url: http://grafana:3000
      bearerToken: \${GRAFANA_TOKEN}`;

/** So many data sources are asked. */
const MOST_SOURCES = 20;

interface DataSource {
  uid: string;
  name: string;
}

const common = { id: 'grafana.sources', title: 'Data sources' };

/** What stands there while gomon may not ask. */
export async function withoutCredential(): Promise<CheckReport> {
  return {
    ...common,
    status: 'not-configured',
    sentence:
      'Whether the data sources of Grafana answer is not known: gomon has no token of a service account. It does not count.',
    action: {
      text: 'Make a service account with the role Viewer and the right datasources:read, and add its token.',
      configuration: token,
    },
  };
}

/** Lets Grafana check its data sources ("Check data source health" of its HTTP API). */
export async function sourcesCheck(
  component: Component,
  target: HttpTarget,
  topology: Topology,
  signal: AbortSignal,
): Promise<CheckReport> {
  try {
    const sources = await readSources(target, signal);
    const failed = sources.filter(({ reason }) => reason !== undefined);
    if (sources.length === 0) {
      return {
        ...common,
        status: 'degraded',
        failure: 'own',
        sentence: 'Grafana has no data source: none was provisioned.',
      };
    }
    if (failed.length === 0) {
      return {
        ...common,
        status: 'ok',
        value: sources.length,
        sentence: `${named(sources)} answer${sources.length === 1 ? 's' : ''}.`,
      };
    }
    return {
      ...common,
      status: 'degraded',
      failure: 'starved',
      explainedBy: neighbour(component, 'tsdb', topology)?.entityRef,
      value: failed.length,
      sentence: `${named(failed)} of Grafana ${
        failed.length === 1 ? 'does' : 'do'
      } not answer: ${failed[0].reason}.`,
      meaning:
        'Dashboards stay empty, and alerts that Grafana evaluates are not.',
    };
  } catch (error) {
    return lookFailed(common.id, common.title, 'Grafana', error);
  }
}

/** The data sources, each with the reason why it does not answer; without one where it does. */
async function readSources(target: HttpTarget, signal: AbortSignal) {
  const list = await target.getText('/api/datasources', signal);
  const sources: DataSource[] = parseJson(list, (all: any[]) =>
    all
      .slice(0, MOST_SOURCES)
      .map(({ name, uid }) => ({ uid: String(uid), name: String(name) })),
  );
  return Promise.all(
    sources.map(async source => ({
      ...source,
      reason: await failureOf(source, target, signal),
    })),
  );
}

/** In words why a source does not answer; undefined where it does. */
async function failureOf(
  { uid }: DataSource,
  target: HttpTarget,
  signal: AbortSignal,
): Promise<string | undefined> {
  // 400 with a reason where the source does not answer.
  const { body, status } = await target.get(
    `/api/datasources/uid/${encodeURIComponent(uid)}/health`,
    signal,
  );
  if (status === 404) {
    // A source without a check of its own says nothing about itself.
    return undefined;
  }
  const { message, said } = parseJson(body, answer => ({
    said: String(answer.status),
    message: String(answer.message ?? ''),
  }));
  if (status === 200 && said === 'OK') return undefined;
  return (
    message.slice(0, 200).replace(/\.$/, '') || `it answered HTTP ${status}`
  );
}

function named(sources: { name: string }[]): string {
  const names = sources.slice(0, 3).map(({ name }) => name);
  const more = sources.length > 3 ? ' and more' : '';
  return `${sources.length === 1 ? 'Data source' : 'Data sources'} ${names.join(
    ', ',
  )}${more}`;
}
