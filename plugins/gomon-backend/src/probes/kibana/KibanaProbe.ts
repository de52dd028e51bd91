import {
  CheckReport,
  Component,
  ComponentReport,
  Probe,
  ProbeContext,
  Topology,
} from '@gomon/plugin-gomon-node';
import { KibanaInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { HttpTarget } from '../http/HttpTarget';
import { parseJson } from '../http/parseJson';
import { lookFailed } from '../lookFailed';
import { neighbour } from '../neighbour';
import { notConfigured } from '../notConfigured';

const setup = `gomon:
  kibana:
    - url: http://kibana:5601`;

/** What `/api/status` answers ("Get Kibana's current status" in its API reference); without a credential the level alone. */
interface KibanaStatus {
  level: string;
  summary?: string;
  /** Level of its connection to Elasticsearch. */
  search?: string;
  version?: string;
}

/** Whether Kibana is available, and who keeps it from it. */
export class KibanaProbe implements Probe {
  readonly id = 'kibana';
  readonly stages = ['log-ui'];

  constructor(
    private readonly instances: readonly KibanaInstance[],
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
    { signal, topology }: ProbeContext,
  ): Promise<ComponentReport> {
    const { entityRef, title } = component;
    const instance = selectInstance(this.instances, component);
    if (!instance) {
      return { entityRef, checks: [notConfigured(this.id, title, setup)] };
    }
    const target = new HttpTarget({ ...instance, timeoutMs: this.timeoutMs });
    try {
      // 503 while it is not available, with the same body.
      const { body } = await target.get('/api/status', signal);
      const status = parseJson(body, ({ status: told, version }) => ({
        level: String(told.overall.level),
        summary: told.overall.summary && String(told.overall.summary),
        search: told.core?.elasticsearch?.level,
        version: version?.number,
      }));
      return {
        entityRef,
        checks: [
          {
            ...statusCheck(component, status, topology),
            links: [linkTo(instance)],
          },
        ],
      };
    } catch (error) {
      const check = lookFailed('kibana.status', 'Status', title, error);
      return {
        entityRef,
        checks: [
          {
            ...check,
            meaning:
              'Logs are still collected and stored; only this view of them is missing. The portal searches them, too.',
          },
        ],
      };
    }
  }
}

function statusCheck(
  component: Component,
  { level, search, summary, version }: KibanaStatus,
  topology: Topology,
): CheckReport {
  const { title } = component;
  const common = { id: 'kibana.status', title: 'Status' };
  if (level === 'available') {
    return {
      ...common,
      status: 'ok',
      sentence: `${title}${version ? ` ${version}` : ''} is available.`,
    };
  }
  const withoutSearch = search !== undefined && search !== 'available';
  return {
    ...common,
    status: level === 'degraded' ? 'degraded' : 'down',
    failure: withoutSearch ? 'starved' : 'own',
    explainedBy: withoutSearch
      ? neighbour(component, 'search', topology)?.entityRef
      : undefined,
    sentence: `${title} says it is ${level}${
      summary ? `: ${summary.slice(0, 200).replace(/\.$/, '')}` : ''
    }.`,
  };
}

function linkTo({ publicUrl, url }: KibanaInstance) {
  return { title: 'Kibana', url: publicUrl ?? url };
}
