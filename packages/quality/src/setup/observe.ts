import type { Condition, Desired } from '../desired/desired';
import type { SonarqubeClient } from '../server/SonarqubeClient';

/** A condition as the server keeps it. */
export interface ObservedCondition extends Condition {
  id: string;
}

/** What is on the server, of what gomon cares about. */
export interface Observed {
  mode: string;
  /** Undefined where there is no such gate. */
  gate?: { conditions: ObservedCondition[] };
  /** Undefined where there is no such project. */
  project?: { gate: string };
}

/** Looks; changes nothing. */
export async function observe(
  client: SonarqubeClient,
  { gate, project }: Desired,
): Promise<Observed> {
  const [{ mode }, found, itsGate] = await Promise.all([
    client.get<{ mode: string }>('v2/clean-code-policy/mode'),
    client.find<{ conditions?: ObservedCondition[] }>('qualitygates/show', {
      name: gate.name,
    }),
    client.find<{ qualityGate: { name: string } }>(
      'qualitygates/get_by_project',
      { project: project.key },
    ),
  ]);
  return {
    mode,
    gate: found && { conditions: found.conditions ?? [] },
    project: itsGate && { gate: itsGate.qualityGate.name },
  };
}
