import {
  DashboardCursorSync,
  type Dashboard,
  type DashboardLink,
  type Panel,
  type RowPanel,
  type VariableModel,
} from '@grafana/schema';
import type { UnplacedPanel } from './panel';
import { portalVariable } from './variables';

/** The columns of Grafana's grid. */
export const GRID_COLUMNS = 24;

/** Panels under one heading. They are placed from left to right, and a new line begins where one does not fit. */
export interface Section {
  title: string;
  panels: UnplacedPanel[];
}

/** A dashboard before its panels have their places. */
export interface DashboardSpec {
  /** Also its tag, by which catalog entities select it. */
  uid: string;
  title: string;
  description: string;
  variables: VariableModel[];
  /** Component pages of the portal that this dashboard belongs to: entity references as in an address, `kind/namespace/name`. */
  portal: { title: string; entity: string }[];
  sections: Section[];
  /** Beginning of the range that is shown first, such as `now-6h`. */
  from: string;
}

/** Builds a dashboard of the classic model, which Grafana provisions from files. */
export function dashboard(spec: DashboardSpec): Dashboard {
  return {
    uid: spec.uid,
    title: spec.title,
    description: spec.description,
    tags: ['gomon', spec.uid],
    // What Grafana 13 writes; it brings older ones up to its own.
    schemaVersion: 42,
    version: 1,
    editable: false,
    graphTooltip: DashboardCursorSync.Crosshair,
    refresh: '30s',
    time: { from: spec.from, to: 'now' },
    timezone: 'browser',
    templating: { list: [...spec.variables, portalVariable()] },
    links: [
      otherDashboards(),
      ...spec.portal.map(({ title, entity }) =>
        intoPortal(title, `\${portal}/catalog/${entity}/health`),
      ),
      intoPortal('Pipelines in the portal', '${portal}/gomon'),
    ],
    panels: placed(spec.sections),
  };
}

/** Gives every panel its number and its place. */
function placed(sections: Section[]): Array<Panel | RowPanel> {
  const panels: Array<Panel | RowPanel> = [];
  let y = 0;
  for (const { title, panels: unplaced } of sections) {
    panels.push({
      id: panels.length + 1,
      type: 'row',
      title,
      collapsed: false,
      panels: [],
      gridPos: { x: 0, y, w: GRID_COLUMNS, h: 1 },
    });
    y += 1;
    let x = 0;
    let height = 0;
    for (const panel of unplaced) {
      const { h, w } = panel.gridPos;
      if (x + w > GRID_COLUMNS) {
        y += height;
        x = 0;
        height = 0;
      }
      panels.push({ ...panel, id: panels.length + 1, gridPos: { x, y, w, h } });
      x += w;
      height = Math.max(height, h);
    }
    y += height;
  }
  return panels;
}

function otherDashboards(): DashboardLink {
  return {
    type: 'dashboards',
    title: 'gomon',
    tags: ['gomon'],
    asDropdown: true,
    icon: 'external link',
    includeVars: true,
    keepTime: true,
    targetBlank: false,
    tooltip: 'The other dashboards of gomon',
    url: '',
  };
}

function intoPortal(title: string, url: string): DashboardLink {
  return {
    type: 'link',
    title,
    url,
    tags: [],
    asDropdown: false,
    icon: 'dashboard',
    includeVars: false,
    keepTime: false,
    targetBlank: true,
    tooltip: 'What the portal knows: status, cause, history, what to do',
  };
}
