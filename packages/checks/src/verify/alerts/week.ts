import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import {
  faultyWeek,
  filledPanels,
  missed,
  ordinaryWeek,
  placedFaults,
  replay,
  shownBy,
  STEP_MS,
  unfounded,
  WEEK_MS,
  type FilledPanel,
  type Fired,
  type Recordings,
  type TimeSeries,
} from '@gomon/observability';
import type { Findings } from '../findings';

const HOUR_MS = 3_600_000;

const RECORDED: { name: keyof Recordings; what: string }[] = [
  { name: 'atWork', what: 'a platform at work' },
  { name: 'aggregatorRestarts', what: 'its aggregator started anew' },
  { name: 'brokerRestarts', what: 'one of its three brokers started anew' },
  { name: 'databaseRestarts', what: 'its VictoriaMetrics started anew' },
];

/** A week in which nothing is wrong, and the same with a fault for every rule, evaluated by vmalert. */
export async function verifyWeek(
  recordings: Recordings,
  dir: string,
  findings: Findings,
): Promise<void> {
  for (const { name, what } of RECORDED) {
    const { lastsMs, series } = recordings[name];
    findings.saw(
      `recorded: ${what}`,
      `${lastsMs / 1000} s, ${series.length} series, ${samplesOf(
        series,
      )} samples`,
    );
  }
  // The week ends an hour ago: nothing of it lies in the future of the database.
  const endsMs = Math.floor(Date.now() / HOUR_MS - 1) * HOUR_MS;
  const startMs = endsMs - WEEK_MS;
  const ordinary = ordinaryWeek(recordings, startMs);
  findings.saw(
    'the week',
    `${ordinary.length} series, ${samplesOf(ordinary)} samples`,
  );

  // Not before the hosts are known.
  const span = { fromMs: startMs + HOUR_MS, toMs: endsMs };
  findings.ran(
    `vmalert -rule=k8s/monitoring/vmalert/rules.yaml -replay.timeFrom=${isoOf(
      span.fromMs,
    )} -replay.timeTo=${isoOf(span.toMs)} ...   # twice`,
  );
  const evaluate = async (
    series: typeof ordinary,
    look?: (url: string) => Promise<void>,
  ) => {
    const own = await mkdtemp(join(dir, 'week-'));
    try {
      return await replay(series, span, own, look);
    } finally {
      await rm(own, { recursive: true, force: true });
    }
  };

  const quiet = await evaluate(ordinary);
  findings.holds(
    'fires in a week of ordinary series',
    'nothing',
    quiet.length === 0 ? 'nothing' : quiet.map(sentence).join('; '),
    quiet.length === 0,
  );

  const placed = placedFaults(startMs);
  const panels = filledPanels(placed, startMs);
  const fired = await evaluate(faultyWeek(ordinary, placed), url =>
    verifyPanels(url, panels, findings),
  );
  const silent = missed(fired, placed);
  findings.holds(
    `rules that do not fire on their fault, put into that week (of ${placed.length})`,
    'none',
    silent.length === 0 ? 'none' : silent.join(', '),
    silent.length === 0,
  );
  const wrong = unfounded(fired, placed);
  findings.holds(
    `alerts in that week that no fault stands behind (of ${fired.length})`,
    'none',
    wrong.length === 0 ? 'none' : wrong.map(sentence).join('; '),
    wrong.length === 0,
  );
  for (const { fromMs, rule, toMs } of placed) {
    const [own] = fired
      .filter(alert => alert.rule === rule && alert.fromMs >= fromMs)
      .sort((a, b) => a.fromMs - b.fromMs);
    if (own) findings.saw(`${rule}: its fault`, timing(own, fromMs, toMs));
  }
}

/** Panels that are empty while all is well show something while it is not. */
async function verifyPanels(
  url: string,
  panels: readonly FilledPanel[],
  findings: Findings,
): Promise<void> {
  for (const panel of panels) {
    const shown = await shownBy(url, panel);
    findings.holds(
      `the panel ${panel.panel}, filled by ${panel.by}`,
      'more than zero',
      shown
        ? `${shown.series} series, up to ${Number(
            shown.largest.toPrecision(3),
          )}`
        : 'empty',
      shown !== undefined && shown.largest > 0,
    );
  }
}

function samplesOf(series: readonly TimeSeries[]): number {
  return series.reduce((sum, { values }) => sum + values.length, 0);
}

function timing({ fromMs, toMs }: Fired, began: number, ended: number) {
  const first = minutes(fromMs - began);
  return `fires ${first} after its beginning, until ${end(toMs - ended)}`;
}

function end(beyondMs: number): string {
  if (beyondMs > 0) return `${minutes(beyondMs)} after its end`;
  // The last evaluation at which it fired lies up to a step before the end.
  return beyondMs < -STEP_MS
    ? `${minutes(-beyondMs)} before its end`
    : 'its end';
}

function minutes(ms: number): string {
  return `${(ms / 60_000).toFixed(1)} min`;
}

function sentence({ fromMs, labels, rule, toMs }: Fired): string {
  const who = ['instance', 'mountpoint', 'reason']
    .map(name => labels[name])
    .filter(Boolean)
    .join(' ');
  return `${rule} ${who} from ${isoOf(fromMs)} to ${isoOf(toMs)}`;
}

function isoOf(ms: number): string {
  return `${new Date(ms).toISOString().slice(0, 16)}Z`;
}
