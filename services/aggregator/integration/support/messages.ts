import { encodeMetric, Metric } from '@gomon/wire';
import { CompressionTypes, Kafka, Message } from 'kafkajs';

/** A message of an agent, with whole readings. */
export function metricOf(
  host: string,
  sequence: number,
  changes: Partial<Metric> = {},
): Metric {
  return {
    hostname: host,
    timestamp: '',
    cpuUsagePercent: 12.5,
    memoryUsedPercent: 50,
    diskStats: [
      {
        mountpoint: '/',
        usedPercent: 25,
        totalBytes: 4 * 1024 ** 3,
        usedBytes: 1024 ** 3,
      },
    ],
    netStats: [
      {
        interfaceName: 'eth0',
        bytesSent: 3 * 1024 ** 2,
        bytesReceived: 5 * 1024 ** 2,
      },
    ],
    sequence,
    agentBootId: `boot-of-${host}`,
    intervalMs: 1_000,
    collectedAtMs: Date.now(),
    scope: 'host',
    ...changes,
  };
}

/** The record of a message, as agents write it. */
export function recordOf(metric: Metric): Message {
  return {
    key: metric.hostname,
    value: Buffer.from(encodeMetric(metric)),
    headers: {
      host: metric.hostname,
      'content-type': 'application/x-protobuf',
    },
  };
}

/** Writes records, acknowledged by every replica. */
export async function produce(
  client: Kafka,
  messages: Message[],
  options: { topic?: string; compression?: CompressionTypes } = {},
) {
  const producer = client.producer();
  await producer.connect();
  try {
    return await producer.send({
      topic: options.topic ?? 'metrics-v4',
      messages,
      acks: -1,
      compression: options.compression,
    });
  } finally {
    await producer.disconnect();
  }
}
