import { join } from 'node:path';
import { repositoryRoot, spawnGuarded } from '@gomon/dev-stack';

/** A fleet that plays until it is stopped. */
export interface SpawnedFleet {
  stop(): Promise<void>;
}

/** Plays a fleet in a process of its own, so that the caller's own work is not held up by it. */
export function spawnFleet(options: {
  /** Kafka's brokers, `host:port,host:port`. */
  brokers: string;
  hosts: number;
  /** Time between two readings of a host, such as `30s`. */
  interval: string;
  /** `metrics-v4` unless another is named. */
  topic?: string;
  /** 3 unless said otherwise. */
  disksPerHost?: number;
}): SpawnedFleet {
  const { brokers, hosts, interval, topic, disksPerHost } = options;
  const fleet = spawnGuarded({
    file: process.execPath,
    args: [
      '--import',
      'tsx',
      join(repositoryRoot, 'packages/fleet/src/cli.ts'),
      '--hosts',
      String(hosts),
      '--interval',
      interval,
      ...(disksPerHost === undefined ? [] : ['--disks', String(disksPerHost)]),
    ],
    env: {
      ...process.env,
      KAFKA_BROKERS: brokers,
      ...(topic && { KAFKA_TOPIC: topic }),
    },
    cwd: repositoryRoot,
  });
  // Nobody reads what it says; unread it would come to a halt.
  fleet.stdout.resume();
  fleet.stderr.resume();
  return {
    async stop() {
      fleet.signal('SIGKILL');
      await fleet.exited;
    },
  };
}
