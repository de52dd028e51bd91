import { repositoryRoot } from '@gomon/dev-stack';
import { findJava } from '@gomon/dev-stack/src/programs/java';
import { findKafkaLibraries } from '@gomon/dev-stack/src/programs/kafkaLibraries';
import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Codecs of Kafka's own producer. */
export const CODECS = ['none', 'gzip', 'snappy', 'lz4', 'zstd'] as const;

/** Sends values by the producer of Kafka itself, whose framing of each codec is the one that counts. */
export async function produceByJava(
  brokers: string,
  topic: string,
  codec: (typeof CODECS)[number],
  values: Uint8Array[],
): Promise<number[]> {
  const java = await findJava('Kafka', 'leave this fault out');
  const { classPath } = await findKafkaLibraries();
  const source = join(
    repositoryRoot,
    'packages/faults/src/fleet/ProduceCodec.java',
  );
  const child = spawn(java, ['-cp', classPath, source, brokers, topic, codec], {
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  let output = '';
  let problems = '';
  child.stdout.on('data', part => (output += part));
  child.stderr.on('data', part => (problems += part));
  for (const value of values) {
    const length = Buffer.alloc(4);
    length.writeInt32BE(value.length);
    child.stdin.write(length);
    child.stdin.write(value);
  }
  child.stdin.end(Buffer.alloc(4));
  const code = await new Promise(resolve => child.on('close', resolve));
  const offsets = output.trim().split('\n').map(Number);
  if (code !== 0 || offsets.length !== values.length) {
    throw new Error(`the Java producer failed: ${problems.slice(-500)}`);
  }
  return offsets;
}
