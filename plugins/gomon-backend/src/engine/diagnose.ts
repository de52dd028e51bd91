import { Topology } from '@gomon/plugin-gomon-node';
import { CheckMemory, isBad, SettledCheck } from './hysteresis';
import { Explanation, Failure, rootCause } from './rootCause';

/** For how long a component may go on failing after what failed it has recovered, before it is blamed itself. */
export const RECOVERY_GRACE_MS = 60_000;

/** The settled checks of a component, by check id. */
export type SettledChecks = Map<string, SettledCheck>;

/** Finds the causes, lets second witnesses confirm tentative ones, and remembers what explained what. */
export function diagnose(
  topology: Topology,
  settled: ReadonlyMap<string, SettledChecks>,
  now: Date,
): Explanation[] {
  let explanations = rootCause(topology, failuresOf(settled, now));
  if (confirm(settled, explanations)) {
    explanations = rootCause(topology, failuresOf(settled, now));
  }
  for (const { entityRef, checkId, causes, recovering } of explanations) {
    const { memory } = settled.get(entityRef)!.get(checkId)!;
    memory.blamed = causes.includes(entityRef);
    if (recovering || causes.length === 0 || memory.blamed) continue;
    memory.causes = causes;
    memory.explainedAt = now.toISOString();
  }
  return explanations;
}

function failuresOf(
  settled: ReadonlyMap<string, SettledChecks>,
  now: Date,
): Failure[] {
  return [...settled].flatMap(([entityRef, checks]) =>
    [...checks.values()].flatMap(({ memory, tentative }): Failure[] => {
      if (isBad(memory.settled.status)) {
        const { settled: check, blamed } = memory;
        return [{ entityRef, check, blamed, lately: lately(memory, now) }];
      }
      return tentative
        ? [{ entityRef, check: tentative, tentative: true }]
        : [];
    }),
  );
}

function lately(
  { causes, explainedAt }: CheckMemory,
  now: Date,
): string[] | undefined {
  if (!causes || !explainedAt) return undefined;
  const age = now.getTime() - new Date(explainedAt).getTime();
  return age <= RECOVERY_GRACE_MS ? causes : undefined;
}

/** A failure that a neighbour names, and that was seen there too, counts at once. */
function confirm(
  settled: ReadonlyMap<string, SettledChecks>,
  explanations: Explanation[],
): boolean {
  let confirmed = false;
  for (const { causes } of explanations) {
    for (const cause of causes) {
      if (fails(settled.get(cause))) continue;
      for (const check of settled.get(cause)?.values() ?? []) {
        if (!check.tentative || check.tentative.failure !== 'own') continue;
        check.memory = {
          ...check.memory,
          settled: check.tentative,
          disagreeing: 0,
        };
        check.tentative = undefined;
        confirmed = true;
      }
    }
  }
  return confirmed;
}

function fails(checks: SettledChecks | undefined): boolean {
  return [...(checks?.values() ?? [])].some(({ memory }) =>
    isBad(memory.settled.status),
  );
}
