import { createService, freePort, Service } from '@gomon/dev-stack';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { exportHost } from '../oracle/exportFleet';
import { StoredSeries } from '../oracle/verdict';
import { metricOf } from '../stage/pages';
import { peakMib } from '../stage/peakMib';
import { Stage } from '../stage/stage';
import { pause, waitFor } from '../stage/waitFor';
import { defineFault } from './fault';
import { untilNotReady, untilReady } from './readiness';

const INTERVALS_AWAY = 120;
const INTERVAL_MS = 1_000;
const SPOOLED_MS = 15_000;
const MESSAGES = 'gomon_agent_messages_total';
const SEQUENCE = 'gomon_agent_sequence';

/** A real agent without Kafka for long, then killed with readings that only its spool holds. */
export const agentWaits = (
  intervalsAway = INTERVALS_AWAY,
  intervalMs = INTERVAL_MS,
) =>
  defineFault(
    19,
    `agent: Kafka away for ${intervalsAway} intervals of ${
      intervalMs / 1000
    } s; killed with unsent samples and a spool`,
    { hosts: 2, stepMs: 1_000, env: { KAFKA_REQUEST_TIMEOUT_MS: '5000' } },
    async ({ stage, note, repaired }) => {
      const { nodes } = stage.servers.kafka;
      const waiting = await startAgent(stage, 'waiting', intervalMs);
      const spooled = await startAgent(stage, 'spooled', intervalMs, {
        SPOOL_DIR: join(stage.servers.dir, `spool-${stage.name}`),
      });
      try {
        await untilSent(waiting, spooled);
        await Promise.all(nodes.map(node => node.kill()));
        const away = Date.now();
        note(await untilNotReady(waiting, 'KAFKA_UNREACHABLE'));
        await pause(
          away + intervalsAway * intervalMs - SPOOLED_MS - Date.now(),
        );
        // What was read since Kafka went is on disk alone.
        const lastRead = await metricOf(spooled, SEQUENCE);
        await spooled.kill();
        await pause(SPOOLED_MS);
        await Promise.all(nodes.map(node => node.start()));
        await spooled.start();
        repaired();
        note(await untilReady(waiting));
        await untilSent(waiting, spooled);
        await pause(10_000);
        note(`the one that waited: at most ${await peakMib(waiting.pid!)} MiB`);
        await stage.fleet.stop();
        await Promise.all([waiting.stop(), spooled.stop()]);
        await stage.untilAccepted();
        note(await judge(stage, 'waiting', intervalsAway));
        note(await judge(stage, 'spooled', lastRead));
      } finally {
        await Promise.all([waiting.kill(), spooled.kill()]);
      }
    },
  );

async function startAgent(
  stage: Stage,
  role: string,
  intervalMs: number,
  env: Record<string, string> = {},
): Promise<Service> {
  const dir = join(stage.servers.dir, `${stage.name}-agent-${role}`);
  await mkdir(dir, { recursive: true });
  const agent = createService({
    name: 'agent',
    dir,
    env: {
      KAFKA_BROKERS: stage.servers.kafka.brokers,
      KAFKA_TOPIC: stage.topic,
      KAFKA_REQUEST_TIMEOUT_MS: '5000',
      NODE_NAME: nameOf(stage, role),
      COLLECT_INTERVAL_MS: String(intervalMs),
      METRICS_PORT: String(await freePort()),
      METRICS_HOST: '127.0.0.1',
      ...env,
    },
  });
  await agent.start();
  return agent;
}

function nameOf(stage: Stage, role: string): string {
  return `${stage.name}-agent-${role}`;
}

async function untilSent(...agents: Service[]): Promise<void> {
  for (const agent of agents) {
    const before = await metricOf(agent, MESSAGES);
    await waitFor(
      'the agent to send',
      async () => (await metricOf(agent, MESSAGES)) > before,
      90_000,
    );
  }
}

/** Every number that the first boot of the agent gave is stored, up to the last one, and none of the next is missing. */
async function judge(
  stage: Stage,
  role: string,
  lastRead: number,
): Promise<string> {
  const host = nameOf(stage, role);
  const { stored, gaps } = await waitFor(
    'the numbers of the agent',
    async () => {
      const found = runsOf(await exportHost(stage.servers.database.url, host));
      return found.gaps === 0 && found.firstBootTo >= lastRead && found;
    },
  );
  return `${role}: ${stored} messages stored, ${gaps} missing`;
}

/** Counts what is stored, and the numbers that are skipped within a boot; a boot begins anew at a lower number. */
export function runsOf(series: StoredSeries[]): {
  stored: number;
  gaps: number;
  firstBootTo: number;
} {
  const points = series
    .filter(({ metric }) => metric.__name__ === 'gomon_agent_sequence')
    .flatMap(({ values, timestamps }) =>
      values.map((value, i) => ({ value, time: timestamps[i] })),
    )
    .sort((a, b) => a.time - b.time)
    // What was delivered twice is exported twice until the database merges its parts.
    .filter(({ time }, i, all) => time !== all[i - 1]?.time);
  let gaps = 0;
  points.forEach(({ value }, i) => {
    const before = points[i - 1]?.value;
    if (before !== undefined && value > before) gaps += value - before - 1;
  });
  const nextBoot = points.findIndex(
    ({ value }, i) => i > 0 && value <= points[i - 1].value,
  );
  const firstBoot = nextBoot < 0 ? points : points.slice(0, nextBoot);
  return {
    stored: points.length,
    gaps,
    firstBootTo: firstBoot.at(-1)?.value ?? 0,
  };
}
