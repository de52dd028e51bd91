import { existsSync } from 'node:fs';
import { mkdtemp, rename, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../ports';
import { createKafkaNode } from './kafkaNode';

/** What a Kafka is run with. */
export interface KafkaRuntime {
  java: string;
  classPath: string;
}

/**
 * An archive of Kafka's classes as the JVM has them after loading and checking:
 * a start with it costs half the processor time. It is made once by a Kafka
 * that starts and stops, and a JVM that it does not fit ignores it.
 *
 * @param file - where the archive is kept
 * @returns the JVM's argument that uses it; none where it could not be made
 */
export async function classArchive(
  file: string,
  runtime: KafkaRuntime,
): Promise<string[]> {
  if (!existsSync(file)) {
    await train(file, runtime);
  }
  return existsSync(file) ? [`-XX:SharedArchiveFile=${file}`] : [];
}

async function train(file: string, runtime: KafkaRuntime): Promise<void> {
  const dir = await mkdtemp(join(tmpdir(), 'gomon-kafka-'));
  const draft = `${file}.${process.pid}`;
  const address = {
    id: 0,
    brokerPort: await freePort(),
    controllerPort: await freePort(),
  };
  const node = createKafkaNode('kafka', address, {
    ...runtime,
    dir,
    logDir: dir,
    heapMb: 256,
    cluster: [address],
    jvmArgs: [`-XX:ArchiveClassesAtExit=${draft}`],
  });
  try {
    await node.start();
    await node.stop();
    await rename(draft, file);
  } catch {
    // Without the archive Kafka only starts more slowly.
  } finally {
    await node.kill();
    await rm(draft, { force: true });
    await rm(dir, { recursive: true, force: true });
  }
}
