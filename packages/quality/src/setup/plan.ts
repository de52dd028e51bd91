import type { Condition, Desired } from '../desired/desired';
import type { Observed, ObservedCondition } from './observe';

/** One change. */
export type Step =
  | { kind: 'set-mode'; from: string; to: Desired['mode'] }
  | { kind: 'create-gate'; gate: string }
  | { kind: 'add-condition'; gate: string; condition: Condition }
  | {
      kind: 'change-condition';
      gate: string;
      from: ObservedCondition;
      to: Condition;
    }
  | { kind: 'remove-condition'; gate: string; condition: ObservedCondition }
  | { kind: 'create-project'; key: string; name: string }
  | { kind: 'select-gate'; gate: string; key: string; from?: string };

/** Compares what is with what is to be. Pure: the same two always give the same steps. */
export function plan(desired: Desired, observed: Observed): Step[] {
  const { gate, mode, project } = desired;
  return [
    ...(observed.mode === mode
      ? []
      : [{ kind: 'set-mode' as const, from: observed.mode, to: mode }]),
    ...(observed.gate
      ? conditionSteps(desired, observed.gate.conditions)
      : // What a new gate brings along is seen, and planned, once it is there.
        [{ kind: 'create-gate' as const, gate: gate.name }]),
    ...(observed.project
      ? []
      : [{ kind: 'create-project' as const, ...project }]),
    ...(observed.project?.gate === gate.name
      ? []
      : [
          {
            kind: 'select-gate' as const,
            gate: gate.name,
            key: project.key,
            from: observed.project?.gate,
          },
        ]),
  ];
}

function conditionSteps({ gate }: Desired, are: ObservedCondition[]): Step[] {
  // The server takes one condition a metric; a second of the same would be somebody else's, and goes.
  const kept = gate.conditions.map(condition =>
    are.find(({ metric }) => metric === condition.metric),
  );
  const surplus = are.filter(condition => !kept.includes(condition));
  return [
    ...surplus.map(
      (condition): Step => ({
        kind: 'remove-condition',
        gate: gate.name,
        condition,
      }),
    ),
    ...gate.conditions.flatMap((condition, index): Step[] => {
      const is = kept[index];
      if (!is) return [{ kind: 'add-condition', gate: gate.name, condition }];
      if (is.op === condition.op && is.error === condition.error) return [];
      return [
        { kind: 'change-condition', gate: gate.name, from: is, to: condition },
      ];
    }),
  ];
}
