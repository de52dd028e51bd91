import { HealthEvent, Pipeline } from '@gomon/plugin-gomon-common';
import { statusInWords } from '../words/status';
import { isBad } from './hysteresis';
import { ComponentState } from './state';

/** The events that lead from the state before to the state after. A component's first has no `from`. */
export function transitions(
  before: {
    states: ReadonlyMap<string, ComponentState>;
    pipelines: readonly Pipeline[];
  },
  after: {
    states: ReadonlyMap<string, ComponentState>;
    pipelines: readonly Pipeline[];
  },
  now: Date,
): HealthEvent[] {
  const at = now.toISOString();
  const ofComponents = [...after.states.values()].flatMap(
    ({ environment, health }) => {
      const from = before.states.get(health.entityRef)?.health.status;
      if (from === health.status) return [];
      const worst = health.checks.find(({ status }) => isBad(status));
      const event: HealthEvent = {
        at,
        environment,
        kind: from === undefined ? 'first-seen' : 'transition',
        entityRef: health.entityRef,
        title: health.title,
        from,
        to: health.status,
        role: health.role,
        causes: health.affectedBy,
        sentence:
          worst?.sentence ??
          `${health.title} is ${statusInWords[health.status]}.`,
      };
      return [event];
    },
  );
  const ofPipelines = after.pipelines.flatMap(pipeline => {
    const from = before.pipelines.find(
      ({ name, environment }) =>
        name === pipeline.name && environment === pipeline.environment,
    )?.status;
    if (from === undefined || from === pipeline.status) return [];
    const event: HealthEvent = {
      at,
      environment: pipeline.environment!,
      kind: 'pipeline',
      title: pipeline.title,
      from,
      to: pipeline.status,
      causes: pipeline.causes.map(({ entityRef }) => entityRef),
      sentence:
        pipeline.sentence ??
        `${pipeline.title} is ${statusInWords[pipeline.status]}.`,
    };
    return [event];
  });
  return [...ofComponents, ...ofPipelines];
}
