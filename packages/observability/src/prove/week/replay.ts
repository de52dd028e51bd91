import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  createVictoriaMetrics,
  findVmalert,
  lastLine,
  run,
  waitUntil,
} from '@gomon/dev-stack';
import { stringify } from 'yaml';
import { alertGroups } from '../../alerts/alertGroups';
import { toVmalert } from '../../alerts/toVmalert';
import { exportSeries } from './exportSeries';
import { importSeries } from './importSeries';
import type { Span } from './edits';
import type { TimeSeries } from './timeSeries';
import type { Fired } from './verdict';

/** How often every rule is evaluated: the shortest of the groups' intervals. */
export const STEP_MS = 30_000;

/** Fires at every step: where it is not found nothing was evaluated, or what fired cannot be read yet. */
const WITNESS = {
  name: 'witness',
  interval: `${STEP_MS / 1000}s`,
  rules: [{ alert: 'ReplayWitness', expr: 'vector(1)' }],
};

/** Added to what a rule says of itself; not what tells its alerts apart. */
const OWN_LABELS = ['__name__', 'alertgroup', 'alertname', 'alertstate'];

/**
 * Lets vmalert evaluate every rule at every step of a span, over these series and no others, in a VictoriaMetrics of
 * its own (`vmalert -replay.timeFrom`: "Rules backfilling" in its documentation).
 *
 * @param dir - an empty folder
 * @param look - at the database, before it is stopped
 * @throws Error when vmalert could not evaluate a rule
 */
export async function replay(
  series: readonly TimeSeries[],
  { fromMs, toMs }: Span,
  dir: string,
  look: (url: string) => Promise<void> = async () => {},
): Promise<Fired[]> {
  const database = await createVictoriaMetrics({
    dir,
    flags: ['-search.maxQueryDuration=300s'],
  });
  await database.start();
  try {
    await importSeries(database.url, series);
    const rules = join(dir, 'rules.yaml');
    const groups = alertGroups.map(group => ({
      ...group,
      interval: `${STEP_MS / 1000}s`,
    }));
    const file = { groups: [...toVmalert(groups).groups, WITNESS] };
    await writeFile(rules, stringify(file));
    const { code, output } = await run({
      file: await findVmalert(),
      args: [
        `-rule=${rules}`,
        `-datasource.url=${database.url}`,
        `-remoteWrite.url=${database.url}`,
        `-replay.timeFrom=${new Date(fromMs).toISOString()}`,
        `-replay.timeTo=${new Date(toMs).toISOString()}`,
        // One query a rule: how long something has been pending is forgotten between two.
        `-replay.maxDatapointsPerQuery=${
          Math.ceil((toMs - fromMs) / STEP_MS) + 1
        }`,
        // Else it asks for a value every five minutes.
        `-datasource.queryStep=${STEP_MS / 1000}s`,
        '-replay.rulesDelay=0s',
        '-replay.disableProgressBar',
        '-loggerLevel=WARN',
      ],
    });
    if (code !== 0 || /\t(error|fatal|panic)\t/.test(output)) {
      throw new Error(`vmalert could not replay: ${lastLine(output)}`);
    }
    const fired = await readFired(database.url, { fromMs, toMs });
    await look(database.url);
    return fired;
  } finally {
    await database.stop();
  }
}

async function readFired(url: string, span: Span): Promise<Fired[]> {
  let fired: Fired[] = [];
  const isWitness = ({ rule }: Fired) => rule === WITNESS.rules[0].alert;
  const seen = await waitUntil(
    async () => {
      await fetch(`${url}/internal/force_flush`);
      const selector = '{__name__="ALERTS", alertstate="firing"}';
      fired = (await exportSeries(url, selector, span)).flatMap(firedOf);
      return fired.some(isWitness);
    },
    { withinMs: 60_000 },
  );
  if (!seen) throw new Error('What vmalert found cannot be read.');
  return fired.filter(alert => !isWitness(alert));
}

/** One for each stretch without a break. */
function firedOf({ metric, timestamps }: TimeSeries): Fired[] {
  const labels = Object.fromEntries(
    Object.entries(metric).filter(([name]) => !OWN_LABELS.includes(name)),
  );
  const fired: Fired[] = [];
  for (const atMs of timestamps) {
    const last = fired.at(-1);
    if (last && atMs - last.toMs <= 2 * STEP_MS) last.toMs = atMs;
    else {
      fired.push({ rule: metric.alertname, labels, fromMs: atMs, toMs: atMs });
    }
  }
  return fired;
}
