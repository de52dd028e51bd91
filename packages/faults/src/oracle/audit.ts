import { hostName } from '../fleet/hostModel';
import { Stage } from '../stage/stage';
import { deadIndex, readDeadLetters } from './deadLetters';
import { exportHost } from './exportFleet';
import { judgeFleet, StoredSeries, Verdict } from './verdict';

/** A verdict, and what else there is to tell. */
export interface Audit extends Verdict {
  readonly deadLettered: number;
}

/**
 * Holds the database against what was produced, after killing it: only what
 * survives that is stored. What is missing below a commit was committed ahead
 * of storage; what is missing above it may still be on its way.
 */
export async function audit(stage: Stage): Promise<Audit> {
  const { database, client } = stage.servers;
  const positions = await stage.positions();
  await database.kill();
  await database.start();

  const letters = await readDeadLetters(client, stage.deadLetters);
  const stored = new Map<string, StoredSeries[]>();
  for (let host = 0; host < stage.model.hosts; host++) {
    const name = hostName(stage.model, host);
    stored.set(name, await exportHost(database.url, name));
  }
  const verdict = judgeFleet(
    stage.model,
    stage.fleet.ledger,
    host => stored.get(host) ?? [],
    {
      isDead: deadIndex(letters),
      committed: new Map(
        [...positions].map(([partition, { committed }]) => [
          partition,
          committed,
        ]),
      ),
    },
  );
  return { ...verdict, deadLettered: letters.length };
}
