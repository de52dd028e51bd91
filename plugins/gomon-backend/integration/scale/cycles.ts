import { DatabaseService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';
import { ConfigReader } from '@backstage/config';
import { LargePlatform } from '@gomon/fleet';
import { Status } from '@gomon/plugin-gomon-common';
import knexFactory, { Knex } from 'knex';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { toTopology } from '../../src/catalog/toTopology';
import { readGomonConfig } from '../../src/config/readGomonConfig';
import { connect } from '../../src/database/connect';
import { DatabaseStateStore } from '../../src/database/DatabaseStateStore';
import { Engine } from '../../src/engine/Engine';
import { createProbes } from '../../src/probes/createProbes';
import { kubernetesRunbook } from '../../src/runbook/kubernetesRunbook';
import { silentLogger } from '../../src/testing/fixtures';
import { quantile, tell } from './finding';

/** Between the starts of two cycles, as the plugin has it by default. */
const INTERVAL_MS = 15_000;
const CPU_LIMIT_S = 5;

/** What one cycle took. */
interface Cycle {
  cpuSeconds: number;
  wallSeconds: number;
}

/** The engine with its database in this process, so that what it takes can be told from what a portal does besides. */
export class MeasuredEngine {
  private constructor(
    private readonly engine: Engine,
    private readonly knex: Knex,
    private readonly store: DatabaseStateStore,
  ) {}

  static async open(platform: LargePlatform): Promise<MeasuredEngine> {
    const knex = knexFactory({
      client: 'better-sqlite3',
      connection: { filename: join(platform.dir, 'cycles.sqlite') },
      useNullAsDefault: true,
    });
    const database: DatabaseService = { getClient: async () => knex };
    const store = new DatabaseStateStore(await connect(database));
    const gomon = JSON.parse(JSON.stringify(platform.configuration));
    const config = readGomonConfig(new ConfigReader({ gomon }));
    const topology = toTopology(platform.entities as Entity[], 'default');
    const engine = new Engine({
      probes: createProbes(config),
      readTopology: async () => topology,
      store,
      environments: config.environments.map(({ name }) => name),
      timeLimitMs: config.engine.timeLimit,
      logger: silentLogger,
      runbook: kubernetesRunbook,
    });
    return new MeasuredEngine(engine, knex, store);
  }

  /** Runs cycles until the database knows all hosts. */
  async until(hosts: number, withinMs: number): Promise<void> {
    const endsAt = Date.now() + withinMs;
    while ((await this.hosts()) < hosts) {
      if (Date.now() > endsAt) {
        throw new Error(
          `only ${await this.hosts()} of ${hosts} hosts are seen`,
        );
      }
      await this.run(1);
    }
  }

  /** Runs cycles, each at its time. */
  async run(count: number): Promise<Cycle[]> {
    const cycles: Cycle[] = [];
    while (cycles.length < count) {
      const startedAt = performance.now();
      const before = process.cpuUsage();
      await this.engine.runCycle(new Date(), new AbortController().signal);
      const { user, system } = process.cpuUsage(before);
      const wallMs = performance.now() - startedAt;
      cycles.push({
        cpuSeconds: (user + system) / 1e6,
        wallSeconds: wallMs / 1000,
      });
      await sleep(Math.max(0, INTERVAL_MS - wallMs));
    }
    return cycles;
  }

  async hosts(): Promise<number> {
    const [{ count }] = await this.knex('hosts').count({ count: '*' });
    return Number(count);
  }

  /** How many components have each status. */
  async statuses(): Promise<Partial<Record<Status, number>>> {
    const { states } = await this.store.load();
    const counts: Partial<Record<Status, number>> = {};
    for (const { health } of states.values()) {
      counts[health.status] = (counts[health.status] ?? 0) + 1;
    }
    return counts;
  }

  async close(): Promise<void> {
    await this.engine.close();
    await this.knex.destroy();
  }
}

/** Says what cycles took, and whether each of them stayed below the limit. */
export function tellCycles(what: string, cycles: readonly Cycle[]): void {
  const cpu = cycles.map(({ cpuSeconds }) => cpuSeconds);
  const wall = cycles.map(({ wallSeconds }) => wallSeconds);
  const inWords = (values: readonly number[]) =>
    `${quantile(values, 0.5).toFixed(2)} s, at most ${Math.max(
      ...values,
    ).toFixed(2)} s`;
  tell({
    what: `CPU of a cycle, ${what} (half of ${cycles.length} cycles below)`,
    saw: inWords(cpu),
    bar: `below ${CPU_LIMIT_S} s, each`,
    held: Math.max(...cpu) < CPU_LIMIT_S,
  });
  tell({ what: `duration of a cycle, ${what}`, saw: inWords(wall) });
}
