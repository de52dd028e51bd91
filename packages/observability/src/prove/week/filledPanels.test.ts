import { panelQueries } from '../panelQueries';
import { placedFaults } from './faults';
import { FILLED_BY, filledPanels } from './filledPanels';
import { WEEK_MS } from './ordinaryWeek';

it('knows what fills each panel that may be empty, and no other', () => {
  const empty = panelQueries().filter(({ mayBeEmpty }) => mayBeEmpty);
  const panels = new Set(
    empty.map(({ where }) => where.split(' / ').slice(0, 2).join(' / ')),
  );
  expect([...panels].sort()).toEqual(Object.keys(FILLED_BY).sort());
});

it('looks at each while it has something to show', () => {
  const placed = placedFaults(0);
  const panels = filledPanels(placed, 0);
  const letters = panels.find(({ panel }) => panel.endsWith('Dead letters'))!;
  const fault = placed.find(({ rule }) => rule === 'GomonDeadLetters')!;
  expect(letters.fromMs).toBe(fault.fromMs);
  expect(letters.expr).not.toContain('$');
  expect(panels.filter(({ toMs }) => toMs > WEEK_MS)).toEqual([]);
});
