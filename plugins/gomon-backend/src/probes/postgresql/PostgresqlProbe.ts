import {
  CheckReport,
  Component,
  ComponentReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { PostgresqlInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { figureInWords, plural } from '../../words/count';
import { lookFailed } from '../lookFailed';
import { notConfigured } from '../notConfigured';
import { Connections, readConnections } from './readConnections';

const setup = `gomon:
  postgresql:
    - host: postgres
      database: sonarqube
      user: sonarqube
      password: \${POSTGRESQL_PASSWORD}`;

/** Whether PostgreSQL accepts connections, and how many of the allowed ones are in use. */
export class PostgresqlProbe implements Probe {
  readonly id = 'postgresql';
  readonly stages = ['database'];

  constructor(
    private readonly instances: readonly PostgresqlInstance[],
    private readonly timeoutMs: number,
  ) {}

  async look(context: ProbeContext) {
    const components = await Promise.all(
      context.components.map(component => this.#lookAt(component, context)),
    );
    return { components };
  }

  async #lookAt(
    component: Component,
    { signal }: ProbeContext,
  ): Promise<ComponentReport> {
    const { entityRef, title } = component;
    const instance = selectInstance(this.instances, component);
    if (!instance) {
      return { entityRef, checks: [notConfigured(this.id, title, setup)] };
    }
    try {
      const found = await readConnections(instance, this.timeoutMs, signal);
      return {
        entityRef,
        checks: [
          acceptingCheck(title, found),
          connectionsCheck(title, found, instance.maxConnectionsPercent),
        ],
        figures: [
          {
            id: 'connections',
            label: 'connections',
            value: found.used,
            unit: 'count',
          },
        ],
      };
    } catch (error) {
      const check = lookFailed(
        'postgresql.accepting',
        'Accepting connections',
        title,
        error,
      );
      const isDown = check.status === 'down';
      return { entityRef, checks: [{ ...check, hindersFlow: isDown }] };
    }
  }
}

function acceptingCheck(
  title: string,
  { answeredMs, version }: Connections,
): CheckReport {
  return {
    id: 'postgresql.accepting',
    title: 'Accepting connections',
    status: 'ok',
    value: answeredMs / 1000,
    unit: 'seconds',
    sentence: `${title} ${version} accepts connections, and answers within ${figureInWords(
      answeredMs / 1000,
    )} s.`,
  };
}

function connectionsCheck(
  title: string,
  { allowed, used }: Connections,
  maxPercent: number,
): CheckReport {
  const percent = (100 * used) / allowed;
  const common = {
    id: 'postgresql.connections',
    title: 'Connections',
    value: used,
    unit: 'count' as const,
    threshold: Math.floor((allowed * maxPercent) / 100),
  };
  const words = `${plural(used, 'connection')} of ${allowed} in use`;
  if (percent < maxPercent) {
    return { ...common, status: 'ok', sentence: `${words}.` };
  }
  return {
    ...common,
    status: 'degraded',
    failure: 'own',
    sentence: `${title} has ${words} (${figureInWords(
      percent,
    )} %): with all of them in use it lets nobody else in.`,
    action: {
      text: 'See who holds them, then raise max_connections or lower the pools of its clients.',
      command:
        "psql -c 'SELECT usename, application_name, state, count(*) FROM pg_stat_activity GROUP BY 1, 2, 3 ORDER BY 4 DESC'",
    },
  };
}
