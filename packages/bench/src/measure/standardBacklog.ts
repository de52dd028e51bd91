import { Backlog } from '@gomon/faults';

const HOSTS = 2_000;
const STEP_MS = 1_000;

/** At least so many messages of two thousand hosts, a second apart and up to now, over twelve partitions. */
export function standardBacklog(topic: string, messages: number): Backlog {
  const messagesPerHost = Math.ceil(messages / HOSTS);
  return {
    topic,
    partitions: 12,
    model: {
      prefix: topic,
      hosts: HOSTS,
      startMs: Date.now() - messagesPerHost * STEP_MS,
      stepMs: STEP_MS,
    },
    messagesPerHost,
  };
}
