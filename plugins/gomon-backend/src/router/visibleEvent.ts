import { HealthEvent } from '@gomon/plugin-gomon-common';

/** Every entity that an event speaks of. */
export function refsOfEvent({ entityRef, causes = [] }: HealthEvent): string[] {
  return entityRef ? [entityRef, ...causes] : causes;
}

/** An event of a hidden component is hidden; one that such a component caused keeps its status, not its words. */
export function onlyReadableEvent(
  event: HealthEvent,
  readable: ReadonlySet<string>,
): HealthEvent[] {
  if (event.entityRef && !readable.has(event.entityRef)) return [];
  const causes = event.causes?.filter(ref => readable.has(ref));
  if (causes?.length === event.causes?.length) return [event];
  const sentence = `${event.title} is ${event.to}.`;
  return [{ ...event, causes, sentence }];
}
