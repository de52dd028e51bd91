import { alertRules } from '../../alerts/alertGroups';
import { panelQueries } from '../panelQueries';

/** Every series that a rule asks for, or a panel that may be empty, by name: a word before a selector. */
export function askedNames(): Set<string> {
  const asking = [
    ...alertRules,
    ...panelQueries().filter(({ mayBeEmpty }) => mayBeEmpty),
  ];
  return new Set(
    asking.flatMap(({ expr }) =>
      [...expr.matchAll(/([a-z_][a-z0-9_]*)\{/g)].map(([, name]) => name),
    ),
  );
}
