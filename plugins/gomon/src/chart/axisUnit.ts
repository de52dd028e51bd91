import { Unit } from '@gomon/plugin-gomon-common';

/** Units that are short enough to stand beside every tick. */
const SHORT: readonly Unit[] = ['percent', 'bytes', 'bytes/s', 'seconds'];

/** The unit that the ticks of an axis carry: words stay in the caption, where they have room. */
export function axisUnit(unit: Unit | undefined): Unit | undefined {
  return unit && SHORT.includes(unit) ? unit : undefined;
}
