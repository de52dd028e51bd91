import { pause, Servers } from '@gomon/faults';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { cpuMsOf } from '../measure/cpuTime';
import { messagesOf } from '../measure/topicGrowth';
import { usageOf } from '../measure/usage';
import { gomonAgent } from './gomonAgent';

/** What our agent had resident over time. */
export interface AgentMemory {
  readonly minutes: number;
  readonly intervalSeconds: number;
  readonly messages: number;
  readonly cpuMsPerCycle: number;
  /** At the end of each minute, MiB. */
  readonly residentMib: readonly number[];
  readonly peakMib: number;
}

const MINUTE_MS = 60_000;

/** Watches our agent for so many minutes. */
export async function watchMemory(
  { admin, dir, kafka }: Pick<Servers, 'admin' | 'dir' | 'kafka'>,
  minutes: number,
  intervalSeconds: number,
  onMinute: (residentMib: number) => void,
): Promise<AgentMemory> {
  const topic = 'agent-memory';
  const own = join(dir, topic);
  await mkdir(own);
  await admin.createTopics({ topics: [{ topic, numPartitions: 3 }] });
  const running = await gomonAgent.start({
    ...{ dir: own, brokers: kafka.brokers, topic, intervalSeconds },
  });
  try {
    await pause(2 * intervalSeconds * 1000);
    const beforeMs = await cpuMsOf(running.pid);
    const first = await messagesOf(admin, topic);
    const residentMib: number[] = [];
    for (let minute = 0; minute < minutes; minute++) {
      await pause(MINUTE_MS);
      residentMib.push((await usageOf(running.pid)).residentMib);
      onMinute(residentMib[minute]);
    }
    const cpuMs = (await cpuMsOf(running.pid)) - beforeMs;
    const messages = (await messagesOf(admin, topic)) - first;
    return {
      minutes,
      intervalSeconds,
      messages,
      cpuMsPerCycle: cpuMs / messages,
      residentMib,
      peakMib: (await usageOf(running.pid)).peakMib,
    };
  } finally {
    await running.stop();
  }
}
