import {
  Component,
  ComponentReport,
  FlowReport,
  Probe,
  ProbeContext,
} from '@gomon/plugin-gomon-node';
import { FilebeatInstance } from '../../config/schema';
import { selectInstance } from '../../config/selectInstance';
import { plural } from '../../words/count';
import { flowsBetween } from '../flowsBetween';
import { LookError } from '../LookError';
import { lookFailed } from '../lookFailed';
import { notConfigured } from '../notConfigured';
import { Filebeat, readFilebeat } from './readFilebeat';
import { Shipping } from './Shipping';

const setup = `gomon:
  filebeat:
    - urls: [http://aggregator:5066]`;

/** Lines read, handed on and thrown away by the Filebeats beside the aggregator. */
export class FilebeatProbe implements Probe {
  readonly id = 'filebeat';
  readonly stages = ['log-shipper'];
  readonly #shipping = new Map<string, Shipping>();

  constructor(
    private readonly instances: readonly FilebeatInstance[],
    private readonly timeoutMs: number,
  ) {}

  async look(context: ProbeContext) {
    const components = await Promise.all(
      context.components.map(component => this.#lookAt(component, context)),
    );
    const flows = components.flatMap(({ entityRef }) =>
      this.#flows(entityRef, context),
    );
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
    const answers = await Promise.allSettled(
      instance.urls.map(url =>
        readFilebeat(url, instance, this.timeoutMs, signal),
      ),
    );
    const filebeats = answers.flatMap((answer): Filebeat[] =>
      answer.status === 'fulfilled' ? [answer.value] : [],
    );
    const failures = answers.flatMap(answer =>
      answer.status === 'rejected' ? [answer.reason] : [],
    );
    if (filebeats.length === 0) {
      this.#shipping.delete(entityRef);
      const check = lookFailed(
        'filebeat.answers',
        'Answers',
        title,
        failures[0],
      );
      return {
        entityRef,
        checks: [
          {
            ...check,
            hindersFlow: true,
            meaning:
              'Lines stay in the log file until it is rotated away; samples are not affected.',
          },
        ],
      };
    }
    const shipping = this.#shipping.get(entityRef) ?? new Shipping();
    this.#shipping.set(entityRef, shipping);
    shipping.add(filebeats, now);
    return {
      entityRef,
      checks: [
        {
          id: 'filebeat.answers',
          title: 'Answers',
          value: filebeats.length,
          unit: 'count',
          threshold: instance.urls.length,
          ...(failures.length === 0
            ? { status: 'ok', sentence: `${title} answers.` }
            : {
                status: 'degraded',
                failure: 'own',
                sentence: `${failures.length} of ${plural(
                  instance.urls.length,
                  'Filebeat',
                )} do not answer: ${LookError.from(failures[0]).reason}.`,
              }),
        },
        ...shipping.checks(title),
      ],
      figures: shipping.figures(),
    };
  }

  #flows(entityRef: string, { topology }: ProbeContext): FlowReport[] {
    const shipping = this.#shipping.get(entityRef);
    const lines = (value: number) => ({
      id: 'lines',
      label: 'lines',
      value,
      unit: 'lines/s' as const,
    });
    const read = shipping?.read();
    const acknowledged = shipping?.acknowledged();
    return [
      ...(read === undefined
        ? []
        : flowsBetween(entityRef, 'from', 'aggregator', topology, lines(read))),
      ...(acknowledged === undefined
        ? []
        : flowsBetween(
            entityRef,
            'to',
            'log-processor',
            topology,
            lines(acknowledged),
          )),
    ];
  }
}
