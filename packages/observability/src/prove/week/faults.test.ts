import { alertRules } from '../../alerts/alertGroups';
import { faults, placedFaults } from './faults';
import { WEEK_MS } from './ordinaryWeek';
import { missed, unfounded } from './verdict';

const placed = placedFaults(0);
const fired = (rule: string, fromMs: number) => ({
  rule,
  labels: {},
  fromMs,
  toMs: fromMs,
});

it('has a fault for every rule, one after another within a week', () => {
  expect(faults.map(({ rule }) => rule).sort()).toEqual(
    alertRules.map(({ name }) => name).sort(),
  );
  expect(placed.at(-1)!.toMs).toBeLessThan(WEEK_MS);
  placed.slice(1).forEach(({ fromMs }, i) => {
    expect(fromMs).toBeGreaterThan(placed[i].toMs);
  });
});

it('misses what is not told of, and takes nothing for told that came before', () => {
  const [first, second] = placed;
  expect(missed([], [first])).toEqual([first.rule]);
  expect(missed([fired(second.rule, first.fromMs)], [second])).toEqual([
    second.rule,
  ]);
  expect(missed([fired(second.rule, second.fromMs)], [second])).toEqual([]);
  expect(missed([fired(second.rule, second.toMs + 1)], [second])).toEqual([
    second.rule,
  ]);
});

it('tells what no fault stands behind from what comes with one', () => {
  const fleet = placed.find(({ rule }) => rule === 'GomonFleetSilent')!;
  const beside = fired('GomonHostSilent', fleet.fromMs + 60_000);
  expect(unfounded([beside], [fleet])).toEqual([]);
  const unasked = fired('GomonDeadLetters', fleet.fromMs + 60_000);
  expect(unfounded([unasked], [fleet])).toEqual([unasked]);
  expect(unfounded([unasked], [])).toEqual([unasked]);
});
