import { Check, Figure } from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';
import { plural } from '../words/count';
import { Neighbourhood } from './neighbourhood';
import type { Diagnosis } from './pipelines';

/** What a failure means: is data lost or safe, and who is affected. */
export function meaningOf(
  component: Component,
  check: Check | undefined,
  diagnosis: Diagnosis,
): string | undefined {
  const parts = [
    check?.meaning ?? waiting(component, diagnosis),
    pathBetween(check, diagnosis),
    affected(component, diagnosis),
  ].filter(part => part !== undefined);
  return parts.length > 0 ? parts.join(' ') : undefined;
}

/** What waits in a broker upstream is safe. */
function waiting(
  { entityRef }: Component,
  diagnosis: Diagnosis,
): string | undefined {
  const neighbours = Neighbourhood.of(diagnosis.topology);
  for (const flow of diagnosis.flows) {
    const from = diagnosis.topology.components.find(
      other => other.entityRef === flow.from,
    );
    const isBehindBroker =
      from?.stage === 'broker' &&
      (flow.to === entityRef || neighbours.isDownstream(entityRef, flow.to));
    const lag = flow.figures.find(({ id }) => id === 'lag');
    if (!isBehindBroker || !lag || !isCurrent(lag, diagnosis.now)) continue;
    return lag.value > 0
      ? `Nothing is lost: ${plural(lag.value, 'message')} ${
          lag.value === 1 ? 'waits' : 'wait'
        } in ${from.title}.`
      : `Nothing is lost: ${from.title} keeps what arrives.`;
  }
  return undefined;
}

function isCurrent({ observedAt }: Figure, now: Date): boolean {
  return now.getTime() - new Date(observedAt).getTime() < 60_000;
}

/** A component that cannot reach a neighbour which is well: look between the two. */
function pathBetween(
  check: Check | undefined,
  { topology, states }: Diagnosis,
): string | undefined {
  if (!check?.explainedBy || check.failure === 'own') return undefined;
  const neighbour = topology.components.find(
    ({ entityRef }) => entityRef === check.explainedBy,
  );
  if (!neighbour || states.get(neighbour.entityRef)?.health.status !== 'ok')
    return undefined;
  return `${neighbour.title} itself answers gomon: look at the network and the settings between the two.`;
}

function affected(
  { entityRef }: Component,
  { topology, states }: Diagnosis,
): string | undefined {
  const titles = topology.components
    .filter(other => {
      const { role, affectedBy } = states.get(other.entityRef)!.health;
      return role === 'affected' && affectedBy.includes(entityRef);
    })
    .map(({ title }) => title);
  if (titles.length === 0) return undefined;
  const shown = titles.slice(0, 5);
  const rest = titles.length - shown.length;
  return `Affected: ${shown.join(', ')}${
    rest > 0 ? ` and ${plural(rest, 'other')}` : ''
  }.`;
}
