import {
  Component,
  ComponentReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { LogstashInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { flowsBetween } from '../flowsBetween';
import { lookFailed } from '../lookFailed';
import { notConfigured } from '../notConfigured';
import { Processing } from './Processing';
import { readLogstash } from './readLogstash';

const setup = `gomon:
  logstash:
    - url: http://logstash:9600`;

/** Events in, out and waiting, and dead letters of Logstash. */
export class LogstashProbe implements Probe {
  readonly id = 'logstash';
  readonly stages = ['log-processor'];
  readonly #processing = new Map<string, Processing>();

  constructor(
    private readonly instances: readonly LogstashInstance[],
    private readonly timeoutMs: number,
  ) {}

  async look(context: ProbeContext) {
    const components = await Promise.all(
      context.components.map(component => this.#lookAt(component, context)),
    );
    const flows = components.flatMap(({ entityRef }) => {
      const value = this.#processing.get(entityRef)?.perSecond();
      if (value === undefined) return [];
      return flowsBetween(entityRef, 'to', 'search', context.topology, {
        id: 'lines',
        label: 'events',
        value,
        unit: 'lines/s',
      });
    });
    return { components, flows };
  }

  async #lookAt(
    component: Component,
    { now, signal }: ProbeContext,
  ): Promise<ComponentReport> {
    const { entityRef, title } = component;
    const instance = selectInstance(this.instances, component);
    if (!instance) {
      return { entityRef, checks: [notConfigured(this.id, title, setup)] };
    }
    try {
      const logstash = await readLogstash(instance, this.timeoutMs, signal);
      const processing = this.#processing.get(entityRef) ?? new Processing();
      this.#processing.set(entityRef, processing);
      processing.add(logstash, now);
      return {
        entityRef,
        checks: [
          {
            id: 'logstash.answers',
            title: 'Answers',
            status: 'ok',
            sentence: `${title} answers, and its pipeline runs.`,
          },
          ...processing.checks(title),
        ],
        figures: processing.figures(),
      };
    } catch (error) {
      this.#processing.delete(entityRef);
      const check = lookFailed('logstash.answers', 'Answers', title, error);
      return {
        entityRef,
        checks: [
          {
            ...check,
            hindersFlow: true,
            meaning:
              'Lines wait in their file until Filebeat can hand them on; samples are not affected.',
          },
        ],
      };
    }
  }
}
