import { setTimeout as sleep } from 'node:timers/promises';
import { type RunningStack, waitUntil } from '@gomon/dev-stack';
import { ask, logLinesWaiting, newestLogAge } from '@gomon/observability';
import type { Findings } from '../findings';

const AWAY_MS = 60_000;

/** What the portal says of the logs pipeline is right: while Elasticsearch is away its newest document ages, and lines wait. */
export async function verifyLogsStandStill(
  { components, urls }: RunningStack,
  findings: Findings,
): Promise<void> {
  const { elasticsearch } = components;
  const valueOf = async (query: string) => {
    const [own] = await ask(urls.victoriaMetrics, query);
    return own?.value;
  };
  const words = (value: number | undefined, unit: string) =>
    value === undefined ? 'nothing' : `${value.toFixed(0)} ${unit}`;
  const age = () => valueOf(newestLogAge());

  const before = await age();
  await elasticsearch.stop();
  await sleep(AWAY_MS);
  const standing = await age();
  const waiting = await valueOf(logLinesWaiting());
  await elasticsearch.start();
  const caughtUp = await waitUntil(
    async () => ((await age()) ?? Infinity) < 30,
    { withinMs: 240_000, everyMs: 2_000 },
  );
  const after = await age();
  findings.holds(
    'age of the newest log document, as the portal tells VictoriaMetrics: at work; after Elasticsearch was away for a minute; when it is back',
    'below 30 s; above 45 s; below 30 s',
    [before, standing, after].map(value => words(value, 's')).join('; '),
    before !== undefined && before < 30 && standing! > 45 && caughtUp,
  );
  findings.holds(
    'log lines that waited then, as the portal tells VictoriaMetrics',
    'more than 0',
    words(waiting, 'lines'),
    waiting !== undefined && waiting > 0,
  );
}
