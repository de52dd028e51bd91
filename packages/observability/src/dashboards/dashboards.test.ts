import type { Dashboard, Panel, RowPanel } from '@grafana/schema';
import { GRID_COLUMNS } from '../grafana/dashboard';
import { dashboards } from './dashboards';

const isRow = (panel: Panel | RowPanel): panel is RowPanel =>
  panel.type === 'row';
const panelsOf = ({ panels = [] }: Dashboard) =>
  panels.filter((panel): panel is Panel => !isRow(panel));

/** Variables that a text names, by their names alone. */
const variablesIn = (text: string) =>
  [...text.matchAll(/\$\{?(?!__)([a-z]\w*)/g)].map(([, name]) => name);

describe.each(Object.entries(dashboards))(
  'the dashboard %s',
  (_, dashboard) => {
    const panels = panelsOf(dashboard);

    it.each(panels.map(panel => [panel.title, panel] as const))(
      'says of %s what it shows, in which unit',
      (title, { description, fieldConfig, targets = [] }) => {
        expect(title?.length).toBeGreaterThan(2);
        expect(description).toMatch(/^\S.{20,}\.$/);
        expect(fieldConfig?.defaults.unit).toBeTruthy();
        expect(targets.length).toBeGreaterThan(0);
      },
    );

    it('lets no two panels overlap, and none leave the grid', () => {
      const taken = new Map<string, string>();
      for (const { gridPos, title = '' } of dashboard.panels ?? []) {
        const { h, w, x, y } = gridPos!;
        expect(x + w).toBeLessThanOrEqual(GRID_COLUMNS);
        for (let row = y; row < y + h; row += 1) {
          for (let column = x; column < x + w; column += 1) {
            const cell = `${row}/${column}`;
            expect([cell, taken.get(cell)]).toEqual([cell, undefined]);
            taken.set(cell, title);
          }
        }
      }
      expect(taken.size).toBeGreaterThan(100);
    });

    it('numbers every panel once', () => {
      const ids = (dashboard.panels ?? []).map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    });

    it('uses only variables that it has', () => {
      const known = (dashboard.templating?.list ?? []).map(({ name }) => name);
      const used = variablesIn(JSON.stringify(dashboard));
      expect(used.filter(name => !known.includes(name))).toEqual([]);
      // A variable that narrows nothing misleads whoever chooses a value.
      const { templating, ...shown } = dashboard;
      const inQueries = variablesIn(JSON.stringify(shown));
      expect(known.filter(name => !inQueries.includes(name))).toEqual([]);
    });

    it('narrows every query by the environment', () => {
      const queries = panels.flatMap(({ targets = [] }) =>
        targets.map(({ expr }) => String(expr)),
      );
      const blind = queries.filter(expr => !expr.includes('$environment'));
      expect(blind).toEqual([]);
    });

    it('leads into the portal', () => {
      const urls = (dashboard.links ?? []).map(({ url }) => url ?? '');
      expect(
        urls.filter(url => url.startsWith('${portal}/catalog/')),
      ).not.toEqual([]);
    });

    it('is selected by its own tag and by the tag of all', () => {
      expect(dashboard.tags).toEqual(['gomon', dashboard.uid]);
    });
  },
);

it('gives every dashboard an identifier of its own', () => {
  const uids = Object.values(dashboards).map(({ uid }) => uid);
  expect(uids).toEqual([
    'gomon-fleet',
    'gomon-host',
    'gomon-pipeline',
    'gomon-capacity',
  ]);
});
