import { Unit } from '@gomon/plugin-gomon-common';
import { niceTicks } from './scale';

const KIB = 1024;
const steps: Partial<Record<Unit, readonly number[]>> = {
  bytes: [1, KIB, KIB ** 2, KIB ** 3, KIB ** 4, KIB ** 5],
  seconds: [60, 3_600, 86_400],
};

/** What there is no half of. */
const whole: readonly Unit[] = [
  'count',
  'messages',
  'samples',
  'lines',
  'documents',
];

/** Round numbers on an axis of a unit: 20 GiB and not 18.6 GiB, 2 min and not 100 s. */
export function axisTicks(
  [min, max]: readonly [number, number],
  unit: Unit,
  count: number,
): number[] {
  const scale = steps[unit]?.findLast(step => step <= max) ?? 1;
  // A minute and a half has no short name: of times longer than a minute only whole ones are written.
  const isWhole = whole.includes(unit) || (unit === 'seconds' && scale > 1);
  return niceTicks(min / scale, max / scale, count, isWhole ? 1 : 0).map(
    tick => tick * scale,
  );
}
