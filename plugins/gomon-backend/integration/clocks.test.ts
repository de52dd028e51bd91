import { createVictoriaMetrics, VictoriaMetrics } from '@gomon/dev-stack';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Fleet } from '../src/probes/agent/Fleet';
import { FleetQueries } from '../src/probes/agent/FleetQueries';
import { Host, isSilent } from '../src/probes/agent/host';
import { Owners } from '../src/probes/agent/Owners';
import { VictoriaMetricsClient } from '../src/probes/victoriaMetrics/VictoriaMetricsClient';

const selector = 'job="gomon"';
const INTERVAL_S = 5;
const HOUR_S = 3600;

/** What becomes of a host's message at a second of the play: undefined when it is lost or never made. */
type Behaviour = (second: number) => { clockS: number } | 'lost' | 'silent';

const right = { clockS: 0 };
// Not to the millisecond: samples of the same time as others would replace them.
const ahead = { clockS: HOUR_S + 1.234 };
const behind = { clockS: -HOUR_S + 1.234 };
const between = (second: number, from: number, to: number) =>
  second >= from && second < to;

const hosts: Record<string, Behaviour> = {
  ...Object.fromEntries(
    Array.from({ length: 8 }, (_, index) => [`steady-${index}`, () => right]),
  ),
  ahead: second => (between(second, 60, 120) ? ahead : right),
  behind: second => (between(second, 60, 120) ? behind : right),
  'first-ahead-then-behind': second => {
    if (between(second, 60, 120)) return ahead;
    return between(second, 180, 240) ? behind : right;
  },
  silent: second => (second >= 60 ? 'silent' : right),
  lossy: second => (between(second, 60, 75) ? 'lost' : right),
};

let dir: string;
let database: VictoriaMetrics;
/** What was found out about each host at each second, and by a backend that has just started. */
const seen = new Map<number, Map<string, Host>>();
const seenAfresh: typeof seen = new Map();
const silences: [second: number, host: string][] = [];

const at = (second: number, host: string) => seen.get(second)!.get(host)!;

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-clocks-'));
  database = await createVictoriaMetrics({ dir });
  await database.start();
  const beganAt = Math.floor(Date.now() / 1000) - 2 * HOUR_S;
  const sequences = new Map<string, number>();
  const client = new VictoriaMetricsClient(
    { name: 'default', url: database.url, minFreeDiskBytes: 1, slowAfter: 1 },
    5000,
  );
  const play = async (second: number) => {
    const lines = Object.entries(hosts).flatMap(([instance, behaviour]) => {
      const message = behaviour(second);
      if (message === 'silent') return [];
      const sequence = (sequences.get(instance) ?? 0) + 1;
      sequences.set(instance, sequence);
      if (message === 'lost') return [];
      const sampleAt = (beganAt + second + message.clockS) * 1000;
      return [
        line('gomon_agent_sequence', instance, sequence, sampleAt),
        line('gomon_agent_interval_ms', instance, INTERVAL_S * 1000, sampleAt),
      ];
    });
    await fetch(`${database.url}/api/v1/import`, {
      method: 'POST',
      body: lines.join('\n'),
    });
  };
  const look = async (second: number, fleet: Fleet, found: typeof seen) => {
    const now = new Date((beganAt + second + 1) * 1000);
    const signal = AbortSignal.timeout(10_000);
    const owners = new Owners([selector]);
    const queries = new FleetQueries(client, owners, now, signal);
    const looked = await fleet.look(client, queries, now, signal);
    found.set(
      second,
      new Map(looked.map(host => [host.instance, structuredClone(host)])),
    );
    for (const host of looked) {
      if (isSilent(host, now)) silences.push([second, host.instance]);
    }
  };
  const flush = () => fetch(`${database.url}/internal/force_flush`);

  // The hosts have run for longer than a clock goes wrong by.
  for (let second = -HOUR_S - 300; second < 0; second += INTERVAL_S)
    await play(second);
  const fleet = new Fleet(selector);
  for (let second = 0; second <= 330; second += INTERVAL_S) {
    await play(second);
    await flush();
    await look(second, fleet, seen);
  }
  const another = new Fleet(selector);
  for (let second = 335; second <= 380; second += INTERVAL_S) {
    await play(second);
    await flush();
    await look(second, another, seenAfresh);
  }
});

afterAll(async () => {
  await database?.stop();
  await rm(dir, { recursive: true, force: true });
});

function line(name: string, instance: string, value: number, ms: number) {
  const metric = { __name__: name, job: 'gomon', instance };
  return JSON.stringify({ metric, values: [value], timestamps: [ms] });
}

describe('clocks and losses, as the samples in VictoriaMetrics tell them', () => {
  it('finds the clock that is ahead, and by how much', () => {
    const { clock } = at(90, 'ahead');
    expect(clock).toMatchObject({ ahead: true });
    expect((clock as { seconds: number }).seconds).toBeCloseTo(HOUR_S, -2);
    expect(at(140, 'ahead').clock).toBeUndefined();
  });

  it('finds the clock that is behind, also when samples of the future are left from before', () => {
    expect(at(90, 'behind').clock).toEqual({ ahead: false });
    expect(at(90, 'first-ahead-then-behind').clock).toMatchObject({
      ahead: true,
    });
    expect(at(210, 'first-ahead-then-behind').clock).toEqual({ ahead: false });
    expect(at(260, 'first-ahead-then-behind').clock).toBeUndefined();
  });

  it('does not hold a silent host for one with a wrong clock', () => {
    expect(at(90, 'silent').clock).toBeUndefined();
    expect(silences).toContainEqual([90, 'silent']);
    expect(silences).not.toContainEqual([90, 'behind']);
  });

  it.each([
    ['', seen],
    [' also after a restart of the backend', seenAfresh],
  ])(
    'counts what was lost, and nothing that lies at another time%s',
    (_, found) => {
      const missing = [...found.values()].flatMap(hostsOf =>
        [...hostsOf.values()].filter(host => host.missing),
      );
      expect(new Set(missing.map(({ instance }) => instance))).toEqual(
        new Set(['lossy']),
      );
      expect(missing.at(-1)!.missing).toBe(3);
    },
  );
});
