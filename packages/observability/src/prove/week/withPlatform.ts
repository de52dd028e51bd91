import { join } from 'node:path';
import { startStack, type RunningStack } from '@gomon/dev-stack';
import { Fleet } from '@gomon/fleet';
import { Kafka, logLevel } from 'kafkajs';
import { ORDINARY_HOSTS } from './hosts';

/** Starts a platform of three brokers with vmalert and the logs pipeline, lets a fleet report to it while something is done, and stops both. */
export async function withPlatform<T>(
  dir: string,
  what: (stack: RunningStack) => Promise<T>,
): Promise<T> {
  const stack = await startStack({
    dir: join(dir, 'platform'),
    brokers: 3,
    with: ['alerts', 'logs'],
    agentIntervalMs: ORDINARY_HOSTS.intervalMs,
  });
  const brokers = stack.urls.kafka.split(',');
  const fleet = new Fleet({
    kafka: new Kafka({ brokers, logLevel: logLevel.NOTHING }),
    topic: 'metrics-v4',
    model: { ...ORDINARY_HOSTS, startMs: Date.now() },
  });
  const playing = fleet.play();
  try {
    return await what(stack);
  } finally {
    fleet.stop();
    await playing;
    await fleet.close();
    await stack.stop();
  }
}
