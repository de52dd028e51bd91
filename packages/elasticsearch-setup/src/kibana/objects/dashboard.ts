import { KIBANA_VERSION, SavedObject } from './savedObject';

/** Kibana's grid has 48 columns: two panels stand side by side. */
const PANEL = { w: 24, h: 12 };
const PER_ROW = 2;

/** What a dashboard shows. */
export interface DashboardOptions {
  id: string;
  title: string;
  description: string;
  panels: SavedObject[];
}

/** Panels of the library, two a row, over the last hour. */
export function dashboard(options: DashboardOptions): SavedObject {
  const { description, id, panels, title } = options;
  return {
    type: 'dashboard',
    id,
    attributes: {
      title,
      description,
      panelsJSON: JSON.stringify(
        panels.map((panel, index) => ({
          version: KIBANA_VERSION,
          type: panel.type,
          gridData: {
            x: (index % PER_ROW) * PANEL.w,
            y: Math.floor(index / PER_ROW) * PANEL.h,
            ...PANEL,
            i: String(index),
          },
          panelIndex: String(index),
          embeddableConfig: { enhancements: {} },
          panelRefName: `panel_${index}`,
        })),
      ),
      optionsJSON: JSON.stringify({
        useMargins: true,
        syncColors: true,
        syncCursor: true,
        syncTooltips: true,
        hidePanelTitles: false,
      }),
      timeRestore: true,
      timeFrom: 'now-1h',
      timeTo: 'now',
      refreshInterval: { pause: false, value: 30_000 },
      kibanaSavedObjectMeta: {
        searchSourceJSON: JSON.stringify({
          query: { query: '', language: 'kuery' },
          filter: [],
        }),
      },
      version: 1,
    },
    references: panels.map((panel, index) => ({
      type: panel.type,
      id: panel.id,
      name: `${index}:panel_${index}`,
    })),
    migrationVersion: { dashboard: '8.6.0' },
    coreMigrationVersion: KIBANA_VERSION,
  };
}
