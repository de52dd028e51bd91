import { Check } from '@gomon/plugin-gomon-common';

/** Tells whether a check fails because of something else. */
export function isExplained(check: Check): boolean {
  return check.failure !== undefined && check.failure !== 'own';
}
