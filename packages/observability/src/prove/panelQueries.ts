import { dashboards } from '../dashboards/dashboards';

/** One query of one panel. */
export interface PanelQuery {
  /** Such as `pipeline / Dead letters / A`. */
  where: string;
  /** With Grafana's variables. */
  expr: string;
  /** The panel says what stands there while there is nothing: it may be empty while all is well. */
  mayBeEmpty: boolean;
}

/** Every query of every dashboard. */
export function panelQueries(): PanelQuery[] {
  return Object.entries(dashboards).flatMap(([name, { panels = [] }]) =>
    panels.flatMap(panel => {
      if (panel.type === 'row' || !('targets' in panel)) return [];
      const { fieldConfig, targets = [], title } = panel;
      return targets.map(({ expr, refId }) => ({
        where: `${name} / ${title} / ${refId}`,
        expr: String(expr),
        mayBeEmpty: fieldConfig?.defaults.noValue !== undefined,
      }));
    }),
  );
}

/**
 * Fills in variables as Grafana does.
 *
 * @param host - value of the variable `host` where a single one is chosen; everything else is "All"
 * @throws Error when a variable is left
 */
export function filledIn(expr: string, host: string): string {
  const values: Record<string, string> = {
    environment: '.*',
    mountpoint: '.*',
    interface: '.*',
    __rate_interval: '2m',
  };
  const filled = expr
    .replace(/="\$host"/g, `="${host}"`)
    .replace(/=~"\$host"/g, '=~".*"')
    .replace(/\$(\w+)/g, (whole, name) => values[name] ?? whole);
  if (filled.includes('$')) {
    throw new Error(`A variable is left in ${filled}.`);
  }
  return filled;
}
