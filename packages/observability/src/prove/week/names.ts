import { alertRules } from '../../alerts/alertGroups';

/** Every series that a rule asks for, by name: a word before a selector. */
export function askedNames(): Set<string> {
  return new Set(
    alertRules.flatMap(({ expr }) =>
      [...expr.matchAll(/([a-z_][a-z0-9_]*)\{/g)].map(([, name]) => name),
    ),
  );
}
