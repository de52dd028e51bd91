import { askRange } from '../ask';
import { filledIn, panelQueries } from '../panelQueries';
import type { Span } from './edits';
import type { PlacedFault } from './faults';
import { DATABASE_RESTARTS_AFTER_MS } from './ordinaryWeek';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const STEP_MS = 30_000;

/** What fills a panel: the fault of a rule, or something of every week. */
type FilledBy =
  | { fault: string }
  | { what: string; afterMs: number; lastsMs: number };

const always = (what: string): FilledBy => ({
  what,
  afterMs: HOUR_MS,
  lastsMs: HOUR_MS,
});

/** Panels that are empty while all is well, or without what they are about, by the name of dashboard and panel. */
export const FILLED_BY: Record<string, FilledBy> = {
  'capacity / Full first': { fault: 'GomonHostDiskFilling' },
  'fleet / Silent hosts': { fault: 'GomonHostSilent' },
  'pipeline / Dead letters': { fault: 'GomonDeadLetters' },
  'pipeline / Samples that are not stored': { fault: 'GomonSamplesRejected' },
  'pipeline / Readings that agents gave up': { fault: 'GomonReadingsDropped' },
  'pipeline / Records destroyed in Kafka': { fault: 'GomonRecordsDestroyed' },
  'pipeline / Imports tried again': {
    what: 'VictoriaMetrics started anew',
    afterMs: DATABASE_RESTARTS_AFTER_MS,
    lastsMs: HOUR_MS,
  },
  'pipeline / Memory of its limit': always('a container with a limit'),
  'pipeline / CPU of its limit': always('a container with a limit'),
  'pipeline / Newest log document': always('a logs pipeline'),
  'pipeline / Log lines waiting': { fault: 'GomonLogsBehind' },
};

/** One such panel, and when in a week with faults it has something to show. */
export interface FilledPanel extends Span {
  panel: string;
  /** With every variable filled in. */
  expr: string;
  /** Words for what fills it. */
  by: string;
}

/**
 * @param placed - the faults in that week
 * @throws Error when nothing is known that would fill one of them
 */
export function filledPanels(
  placed: readonly PlacedFault[],
  startMs: number,
): FilledPanel[] {
  return panelQueries()
    .filter(({ mayBeEmpty }) => mayBeEmpty)
    .map(({ expr, where }) => {
      const panel = where.replace(/ \/ [A-Z]$/, '');
      return {
        panel,
        expr: filledIn(expr, 'fleet-0'),
        ...filling(FILLED_BY[panel], placed, startMs),
      };
    });
}

function filling(
  by: FilledBy,
  placed: readonly PlacedFault[],
  startMs: number,
): Span & { by: string } {
  if ('what' in by) {
    const fromMs = startMs + by.afterMs;
    return { by: by.what, fromMs, toMs: fromMs + by.lastsMs };
  }
  const fault = placed.find(({ rule }) => rule === by.fault);
  if (!fault) throw new Error(`No fault ${by.fault} is in that week.`);
  const { fromMs, toMs } = fault;
  // A fault that is counted in a moment is shown for the panel's own window.
  return { by: `the fault of ${by.fault}`, fromMs, toMs: toMs + MINUTE_MS };
}

/** What it shows then: series, and the largest value; none where it is empty. */
export async function shownBy(
  url: string,
  { expr, fromMs, toMs }: FilledPanel,
): Promise<{ series: number; largest: number } | undefined> {
  const found = await askRange(url, expr, { fromMs, toMs, stepMs: STEP_MS });
  const values = found.flatMap(({ values: own }) => own);
  if (values.length === 0) return undefined;
  const largest = values.reduce((a, b) => Math.max(a, b), -Infinity);
  return { series: found.length, largest };
}
