import { pause, type Running, Servers, waitFor } from '@gomon/faults';
import { mkdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { cpuMsOf } from '../measure/cpuTime';
import { startedAtMs } from '../measure/processStart';
import { firstMessageAtMs, messagesOf } from '../measure/topicGrowth';
import { usageOf } from '../measure/usage';
import { AgentContestant } from './contestant';

/** What one agent took in one turn. */
export interface AgentRun {
  readonly contestant: string;
  /** From the start of its process until Kafka had its first message. */
  readonly firstMessageSeconds: number;
  /** CPU from the start until it was watched, milliseconds. */
  readonly startCpuMs: number;
  readonly cpuMsPerCycle: number;
  readonly residentMib: number;
  readonly peakMib: number;
  readonly messagesPerCycle: number;
}

/** How long they are watched, and how often. */
export interface AgentBench {
  readonly runs: number;
  readonly intervalSeconds: number;
  /** Intervals that each turn counts. */
  readonly cycles: number;
}

// Long enough for the start of the one before to be over.
const APART_MS = 3_000;

/**
 * Lets the agents read this machine side by side, so that what else it does meets all of them alike; each turn starts
 * them anew, another one first.
 */
export async function benchAgent(
  servers: Pick<Servers, 'admin' | 'client' | 'dir' | 'kafka'>,
  contestants: readonly AgentContestant[],
  bench: AgentBench,
  onResult: (result: AgentRun) => void,
): Promise<void> {
  for (let run = 0; run < bench.runs; run++) {
    const first = run % contestants.length;
    const turn = [...contestants.slice(first), ...contestants.slice(0, first)];
    const started: Started[] = [];
    try {
      for (const contestant of turn) {
        started.push(await start(servers, contestant, run, bench));
        await pause(APART_MS);
      }
      for (const result of await watch(servers, started, bench)) {
        onResult(result);
      }
    } finally {
      for (const { running, dir } of started) {
        await running.stop();
        await rm(dir, { recursive: true, force: true });
      }
    }
  }
}

interface Started {
  readonly contestant: AgentContestant;
  readonly running: Running;
  readonly topic: string;
  readonly dir: string;
}

async function start(
  { admin, dir, kafka }: Pick<Servers, 'admin' | 'dir' | 'kafka'>,
  contestant: AgentContestant,
  run: number,
  { intervalSeconds }: AgentBench,
): Promise<Started> {
  const topic = `agent-${contestant.title.replace(/\W+/g, '-')}-${run}`;
  const own = join(dir, topic);
  await mkdir(own);
  await admin.createTopics({
    topics: [
      {
        topic,
        numPartitions: 3,
        configEntries: [
          { name: 'message.timestamp.type', value: 'LogAppendTime' },
        ],
      },
    ],
  });
  await waitFor('the topic', () => admin.fetchTopicOffsets(topic));
  const { brokers } = kafka;
  const running = await contestant.start({
    ...{ dir: own, brokers, topic, intervalSeconds },
  });
  return { contestant, running, topic, dir: own };
}

async function watch(
  { admin, client }: Pick<Servers, 'admin' | 'client'>,
  started: readonly Started[],
  { intervalSeconds, cycles }: AgentBench,
): Promise<AgentRun[]> {
  const intervalMs = intervalSeconds * 1000;
  const firsts = await Promise.all(
    started.map(({ topic }) =>
      firstMessageAtMs(client, topic, 60_000 + 3 * intervalMs),
    ),
  );
  await pause(intervalMs);
  const look = () =>
    Promise.all(
      started.map(async ({ running, topic }) => ({
        cpuMs: await cpuMsOf(running.pid),
        messages: await messagesOf(admin, topic),
      })),
    );
  const before = await look();
  await pause(cycles * intervalMs);
  const after = await look();
  return Promise.all(
    started.map(async ({ contestant, running }, i) => {
      const atMs = await startedAtMs(running.pid);
      const { residentMib, peakMib } = await usageOf(running.pid);
      const messages = after[i].messages - before[i].messages;
      if (messages === 0) {
        throw new Error(
          `${contestant.title} sent nothing while it was watched`,
        );
      }
      return {
        contestant: contestant.title,
        firstMessageSeconds: (firsts[i] - atMs) / 1000,
        startCpuMs: before[i].cpuMs,
        cpuMsPerCycle: (after[i].cpuMs - before[i].cpuMs) / cycles,
        residentMib,
        peakMib,
        messagesPerCycle: messages / cycles,
      };
    }),
  );
}
