import {
  Component,
  ComponentReport,
  FlowReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { VictoriaMetricsInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { HttpAnswer } from '../http/HttpTarget';
import { lookFailed } from '../lookFailed';
import { notConfigured } from '../notConfigured';
import { onceEach } from '../onceEach';
import { Metrics } from '../prometheus/parseMetrics';
import { answersCheck } from './answers';
import { DiskTrend } from './DiskTrend';
import { freshnessCheck, NEWEST_SAMPLE } from './freshness';
import { Rows } from './rows';
import { storageChecks } from './storage';
import { VectorEntry, VictoriaMetricsClient } from './VictoriaMetricsClient';

type Read = (
  instance: VictoriaMetricsInstance,
) => Promise<[HttpAnswer, Metrics, VectorEntry[]]>;

const setup = `gomon:
  victoriaMetrics:
    - url: http://victoria-metrics:8428`;

/** Health, disk, rows and freshness of VictoriaMetrics. */
export class VictoriaMetricsProbe implements Probe {
  readonly id = 'victoria-metrics';
  readonly stages = ['tsdb'];
  readonly #rows = new Map<string, Rows>();
  readonly #disks = new Map<string, DiskTrend>();

  constructor(
    private readonly instances: readonly VictoriaMetricsInstance[],
    private readonly timeoutMs: number,
  ) {}

  async look(context: ProbeContext) {
    const { now, signal } = context;
    const read = onceEach((instance: VictoriaMetricsInstance) => {
      const client = new VictoriaMetricsClient(instance, this.timeoutMs);
      return Promise.all([
        client.health(signal),
        client.metrics(signal),
        client.query(NEWEST_SAMPLE, now, signal),
      ]);
    });
    const components = await Promise.all(
      context.components.map(component => this.#lookAt(component, now, read)),
    );
    const flows = components.flatMap(({ entityRef }) =>
      this.#flowsInto(entityRef, context),
    );
    return { components, flows };
  }

  async #lookAt(
    component: Component,
    now: Date,
    read: Read,
  ): Promise<ComponentReport> {
    const { entityRef, title } = component;
    const instance = selectInstance(this.instances, component);
    if (!instance) {
      return { entityRef, checks: [notConfigured(this.id, title, setup)] };
    }
    try {
      const [health, metrics, newest] = await read(instance);
      const rows = this.#rows.get(entityRef) ?? new Rows();
      this.#rows.set(entityRef, rows);
      rows.add(metrics, now);
      const disk = this.#disks.get(entityRef) ?? new DiskTrend();
      this.#disks.set(entityRef, disk);
      disk.add(metrics.sum('vm_free_disk_space_bytes'), now);
      const storage = storageChecks(
        title,
        metrics,
        instance.minFreeDiskBytes,
        disk.daysLeft(),
      );
      const freshness = freshnessCheck(title, newest, now);
      return {
        entityRef,
        checks: [
          answersCheck(title, health, instance.slowAfter),
          ...storage.checks,
          ...rows.checks(title),
          freshness.check,
        ],
        figures: [...rows.figures(), ...freshness.figures, ...storage.figures],
      };
    } catch (error) {
      this.#rows.delete(entityRef);
      const check = lookFailed(
        'victoria-metrics.answers',
        'Answers',
        title,
        error,
      );
      return { entityRef, checks: [check] };
    }
  }

  #flowsInto(entityRef: string, { topology }: ProbeContext): FlowReport[] {
    const value = this.#rows.get(entityRef)?.perSecond();
    if (value === undefined) return [];
    return topology.flows
      .filter(({ to }) => to === entityRef)
      .map(flow => ({
        ...flow,
        figures: [
          { id: 'samples', label: 'samples', value, unit: 'samples/s' },
        ],
        flowing: value > 0,
      }));
  }
}
