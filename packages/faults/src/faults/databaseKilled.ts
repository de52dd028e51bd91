import { randomInt } from 'node:crypto';
import { SERIES_PER_MESSAGE } from '../fleet/hostModel';
import { audit } from '../oracle/audit';
import { metricOf } from '../stage/pages';
import { pause } from '../stage/waitFor';
import { Act, defineFault, Fault } from './fault';

/** How the database is killed. */
export interface KillPlan {
  readonly kills: number;
  /** Every so many kills the aggregator dies with it, and the commits are held against what is left. */
  readonly auditEvery: number;
}

const MIN_MS = 2_000;
const SPREAD_MS = 18_000;
/** More than 20,000 samples a second. */
const LOAD = { hosts: 500, stepMs: 375 };

/** Kills the database at random moments under load. */
export function databaseKilled({ kills, auditEvery }: KillPlan): Fault {
  return defineFault(
    10,
    `the database is killed right after it acknowledged, ${kills} times at random moments under 20,000 samples/s`,
    LOAD,
    async act => {
      const begun = Date.now();
      let ahead = 0;
      for (let kill = 1; kill <= kills; kill++) {
        await pause(MIN_MS + randomInt(SPREAD_MS));
        if (kill % auditEvery === 0) {
          ahead += await killBoth(act);
        } else {
          await act.stage.servers.database.kill();
          await act.stage.servers.database.start();
        }
      }
      act.repaired();
      const rewinds = await metricOf(
        act.aggregator,
        'gomon_aggregator_rewinds_total',
      );
      const seconds = (Date.now() - begun) / 1000;
      const samples = act.stage.fleet.next * LOAD.hosts * SERIES_PER_MESSAGE;
      act.note(
        `${kills} kills within ${Math.round(seconds)} s under ${Math.round(
          samples / seconds,
        ).toLocaleString(
          'en',
        )} samples/s, ${rewinds} rewinds since the last restart`,
      );
      if (ahead > 0) throw new Error(`${ahead} messages committed ahead`);
    },
  );
}

/** The same without a window: it has to lose something, or the fault proves nothing. */
export function killedWithoutWindow(kills: number): Fault {
  const fault = defineFault(
    10,
    `control: the same with DURABILITY_WINDOW_MS=0, ${kills} kills`,
    { ...LOAD, env: { DURABILITY_WINDOW_MS: '0' } },
    async ({ stage, repaired }) => {
      for (let kill = 1; kill <= kills; kill++) {
        await pause(MIN_MS + randomInt(Math.floor(SPREAD_MS / 3)));
        await stage.servers.database.kill();
        await stage.servers.database.start();
      }
      repaired();
    },
  );
  return { ...fault, control: true };
}

async function killBoth({ stage, aggregator, note }: Act): Promise<number> {
  await Promise.all([aggregator.kill(), stage.servers.database.kill()]);
  await stage.servers.database.start();
  // Nobody sends anything again now: what is committed has to be there.
  const { committedAhead, stored } = await audit(stage);
  note(
    `${stored} stored and ${committedAhead} committed ahead at a kill of both`,
  );
  await aggregator.start();
  return committedAhead;
}
