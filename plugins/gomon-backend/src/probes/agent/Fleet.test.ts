import { LookError } from '../LookError';
import {
  VectorEntry,
  VictoriaMetricsClient,
} from '../victoriaMetrics/VictoriaMetricsClient';
import { Fleet } from './Fleet';
import { lateCheck, missingCheck } from './fleetChecks';
import { FleetQueries } from './FleetQueries';
import { toHostReport } from './host';
import { Owners } from './Owners';

const SELECTOR = 'job="gomon"';
const START_S = 1_700_000_000;
const component = { entityRef: 'component:default/agent', environment: 'prod' };

/** A database with one host, which reports every 30 s. */
class Database {
  /** Part of the questions that get no answer. */
  slow: RegExp = /^$/;
  readonly fleet = new Fleet(SELECTOR);

  async look(second: number) {
    const now = new Date((START_S + second) * 1000);
    const client = {
      query: async (text: string) => this.#answer(text, second),
    } as unknown as VictoriaMetricsClient;
    const { signal } = new AbortController();
    const owners = new Owners([SELECTOR]);
    const queries = new FleetQueries(client, owners, now, signal);
    const hosts = await this.fleet.look(client, queries, now, signal);
    return { now, hosts, late: this.fleet.late(now) };
  }

  #answer(text: string, second: number): VectorEntry[] {
    if (this.slow.test(text)) throw new LookError('down', 'no answer in time');
    if (text.includes('offset')) return [];
    const entry = (value: number) => [{ labels: { instance: 'a' }, value }];
    if (text.includes('interval_ms')) return entry(30_000);
    if (text.includes('increase')) return entry(0);
    if (text.includes('tfirst')) return entry(START_S - 7200);
    if (text.includes('tlast')) return entry(START_S + second);
    return entry(second);
  }
}

describe('a look whose costly questions get no answer in time', () => {
  it('shows the hosts, and nothing as zero or fine that it does not know', async () => {
    const database = new Database();
    database.slow = /\(last_over_time\(.*percent|increase|1d/;
    const { hosts, late, now } = await database.look(0);
    expect(hosts).toMatchObject([
      { instance: 'a', lastSampleMs: START_S * 1000, intervalMs: 30_000 },
    ]);
    expect(hosts[0].missing).toBeUndefined();
    expect(missingCheck(hosts, database.fleet.lossesAt)).toEqual([]);
    expect(toHostReport(hosts[0], component, now).figures).toEqual([]);
    expect(late).toEqual([]);
  });

  it('keeps the answer before with its age, and tells when that is too old', async () => {
    const database = new Database();
    const first = await database.look(0);
    expect(toHostReport(first.hosts[0], component, first.now)).toMatchObject({
      figures: [{ id: 'cpu', value: 0 }, {}, {}],
    });
    database.slow = /\(last_over_time\(.*percent|increase/;
    for (let second = 15; second <= 75; second += 15) {
      expect((await database.look(second)).late).toEqual([]);
    }
    const { hosts, late, now } = await database.look(90);
    const observedAt = new Date(START_S * 1000).toISOString();
    expect(toHostReport(hosts[0], component, now)).toMatchObject({
      status: 'ok',
      lastSampleAt: new Date((START_S + 90) * 1000).toISOString(),
      figures: [{ id: 'cpu', value: 0, observedAt }, {}, {}],
    });
    expect(missingCheck(hosts, database.fleet.lossesAt)).toMatchObject([
      { observedAt },
    ]);
    const through = { entityRef: 'component:default/vm', title: 'vm' };
    expect(lateCheck(late, through)).toMatchObject([
      {
        status: 'unknown',
        failure: 'unseen',
        explainedBy: 'component:default/vm',
        sentence:
          'Not read for more than a minute: lost messages; CPU, memory and disks. gomon asks vm, and no answer in time.',
      },
    ]);
    database.slow = /^$/;
    const { hosts: after, late: nothing } = await database.look(105);
    expect(nothing).toEqual([]);
    expect(after[0].readings.cpu).toBe(105);
  });

  it('fails where nobody knows which hosts report', async () => {
    const database = new Database();
    database.slow = /tlast.*10m/;
    await expect(database.look(0)).rejects.toThrow('no answer in time');
  });
});
