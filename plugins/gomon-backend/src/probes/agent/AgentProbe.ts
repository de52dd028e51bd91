import {
  Component,
  ComponentReport,
  HostReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { VictoriaMetricsInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { inSlices, nextTurn } from '../../engine/slices';
import { LookError } from '../LookError';
import { notConfigured } from '../notConfigured';
import { VictoriaMetricsClient } from '../victoriaMetrics/VictoriaMetricsClient';
import { Fleet } from './Fleet';
import { FleetQueries } from './FleetQueries';
import {
  clockCheck,
  fleetFigures,
  freshnessCheck,
  lateCheck,
  missingCheck,
  newHostsCheck,
} from './fleetChecks';
import { toHostReport } from './host';
import { Owners } from './Owners';
import { selectorOf } from './selector';

const setup = `gomon:
  victoriaMetrics:
    - url: http://victoria-metrics:8428`;

type Questions = ReadonlyMap<
  VictoriaMetricsInstance,
  { client: VictoriaMetricsClient; queries: FleetQueries }
>;

interface Look {
  component: ComponentReport;
  hosts: HostReport[];
}

/** The agents of all hosts, read through VictoriaMetrics: a few queries, however many hosts there are. */
export class AgentProbe implements Probe {
  readonly id = 'agent';
  readonly stages = ['agent'];
  readonly #fleets = new Map<string, Fleet>();
  /** By database; made anew when the fleets are others. */
  readonly #owners = new Map<
    VictoriaMetricsInstance,
    { key: string; owners: Owners }
  >();

  constructor(
    private readonly instances: readonly VictoriaMetricsInstance[],
    private readonly timeoutMs: number,
  ) {}

  async look(context: ProbeContext) {
    const questions = this.#questions(context);
    const looks = await Promise.all(
      context.components.map(component =>
        this.#lookAt(component, context, questions),
      ),
    );
    return {
      components: looks.map(({ component }) => component),
      hosts: looks.flatMap(({ hosts }) => hosts),
    };
  }

  /** What is asked of each database in this cycle. */
  #questions({ components, now, signal }: ProbeContext): Questions {
    return new Map(
      this.instances.map(instance => {
        const client = new VictoriaMetricsClient(instance, this.timeoutMs);
        const selectors = components
          .filter(own => selectInstance(this.instances, own) === instance)
          .map(selectorOf);
        const owners = this.#ownersOf(instance, selectors);
        const queries = new FleetQueries(client, owners, now, signal);
        return [instance, { client, queries }];
      }),
    );
  }

  #ownersOf(instance: VictoriaMetricsInstance, selectors: string[]): Owners {
    const key = selectors.join('\n');
    const known = this.#owners.get(instance);
    if (known?.key === key) return known.owners;
    const owners = new Owners(selectors);
    this.#owners.set(instance, { key, owners });
    return owners;
  }

  async #lookAt(
    component: Component,
    context: ProbeContext,
    questions: Questions,
  ): Promise<Look> {
    const { entityRef, title } = component;
    const { now, signal } = context;
    const instance = selectInstance(this.instances, component);
    if (!instance) {
      const checks = [notConfigured(this.id, title, setup)];
      return { component: { entityRef, checks }, hosts: [] };
    }
    const selector = selectorOf(component);
    const key = `${entityRef} ${selector}`;
    const fleet = this.#fleets.get(key) ?? new Fleet(selector);
    this.#fleets.set(key, fleet);
    try {
      const { client, queries } = questions.get(instance)!;
      const hosts = await fleet.look(client, queries, now, signal);
      await nextTurn();
      return {
        component: {
          entityRef,
          checks: [
            freshnessCheck(hosts, now, fleet.flows),
            clockCheck(hosts),
            ...missingCheck(hosts, fleet.lossesAt),
            ...newHostsCheck(hosts, now),
            ...lateCheck(fleet.late(now), this.#databaseOf(component, context)),
          ],
          figures: fleetFigures(hosts, now, fleet.lossesAt),
        },
        hosts: await inSlices(hosts, host =>
          toHostReport(host, component, now),
        ),
      };
    } catch (error) {
      return { component: this.#unseen(component, error, context), hosts: [] };
    }
  }

  #unseen(
    component: Component,
    error: unknown,
    context: ProbeContext,
  ): ComponentReport {
    const database = this.#databaseOf(component, context);
    const { reason } = LookError.from(error);
    return {
      entityRef: component.entityRef,
      checks: [
        {
          id: 'agent.freshness',
          title: 'Hosts reporting',
          status: 'unknown',
          failure: 'unseen',
          explainedBy: database.entityRef,
          sentence: `Hosts cannot be seen: gomon reads them through ${database.title}, and ${reason}.`,
        },
      ],
    };
  }

  /** The component that is the database through which these agents are seen. */
  #databaseOf(
    component: Component,
    { topology }: ProbeContext,
  ): { entityRef?: string; title: string } {
    const instance = selectInstance(this.instances, component);
    const database = topology.components.find(
      other =>
        other.stage === 'tsdb' &&
        selectInstance(this.instances, other) === instance,
    );
    return database ?? { title: 'VictoriaMetrics' };
  }
}
