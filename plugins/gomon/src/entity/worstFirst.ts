import { Check, compareWorstFirst } from '@gomon/plugin-gomon-common';

/** Checks in the order in which they need a person; within a status in the order they came. */
export function worstFirst(checks: Check[]): Check[] {
  return [...checks].sort((a, b) => compareWorstFirst(a.status, b.status));
}
