import {
  VectorEntry,
  VictoriaMetricsClient,
} from '../victoriaMetrics/VictoriaMetricsClient';
import { FleetQueries } from './FleetQueries';
import { Owners } from './Owners';
import { firstSampleQuery, lastSampleQuery } from './queries';

const WEB = 'job="gomon",instance=~"web-.*"';
const DB = 'job="gomon",instance=~"db-.*",site="a"';
const GO = 'job="gomon",instance=~"(?i)web-.*"';

function asking(selectors: string[], answer: VectorEntry[] = []) {
  const asked: string[] = [];
  const client = {
    query: async (text: string) => {
      asked.push(text);
      return answer;
    },
  } as unknown as VictoriaMetricsClient;
  const { signal } = new AbortController();
  const owners = new Owners(selectors);
  const queries = new FleetQueries(client, owners, new Date(0), signal);
  return { asked, queries };
}

const entry = (value: number, labels: Record<string, string>) => ({
  value,
  labels: { job: 'gomon', ...labels },
});

describe('questions of several fleets', () => {
  const answer = [
    entry(1, { instance: 'web-1', site: 'a' }),
    entry(2, { instance: 'web-1', site: 'b' }),
    entry(3, { instance: 'db-1', site: 'a' }),
    entry(4, { instance: 'db-2', site: 'b' }),
    entry(5, { instance: 'other' }),
  ];
  const last = (scope: Parameters<typeof lastSampleQuery>[0]) =>
    lastSampleQuery(scope, '10m');
  const valuesOf = (entries: VectorEntry[]) =>
    entries.map(({ labels, value }) => [labels.instance, value]);

  it('are asked once, and each fleet gets its own hosts', async () => {
    const { asked, queries } = asking([WEB, DB], answer);
    const [web, db] = await Promise.all([
      queries.ask(last, WEB),
      queries.ask(last, DB),
    ]);
    expect(asked).toEqual([
      'max by (instance, job, site) (tlast_over_time({__name__=~"gomon_agent_sequence|cpu_usage_percent",job="gomon"}[10m]))',
    ]);
    expect(valuesOf(web)).toEqual([['web-1', 2]]);
    expect(valuesOf(db)).toEqual([['db-1', 3]]);
  });

  it('choose among several series of a host as the question does', async () => {
    const { queries } = asking([WEB, DB], answer);
    const first = await queries.ask(
      scope => firstSampleQuery(scope, '1d'),
      WEB,
      Math.min,
    );
    expect(valuesOf(first)).toEqual([['web-1', 1]]);
  });

  it('go to the database as they are where one fleet is alone, or only the database understands its selector', async () => {
    const alone = asking([WEB], answer);
    await alone.queries.ask(last, WEB);
    expect(alone.asked[0]).toContain(`max by (instance) `);
    expect(alone.asked[0]).toContain(WEB);
    const apart = asking([WEB, DB, GO], answer);
    await apart.queries.ask(last, GO);
    expect(apart.asked[0]).toContain(GO);
  });
});
