import { Batch } from '../batch/batchQueue';
import {
  PoisonMessage,
  ReadContext,
  ReadMessage,
  readMessage,
} from '../decode/readBatch';
import { SelfMetrics } from '../selfMetrics';

/**
 * Reads a batch, and follows the numbers of agents through it.
 *
 * Messages that are read again after going back were followed before: they
 * are neither gaps nor repeats of an agent.
 */
export function readAndFollow(
  { messages }: Batch,
  context: ReadContext,
  metrics: SelfMetrics,
): { readable: ReadMessage[]; poison: PoisonMessage[] } {
  const readable: ReadMessage[] = [];
  const poison: PoisonMessage[] = [];
  let bytes = 0;
  for (const message of messages) {
    bytes += (message.key?.length ?? 0) + (message.value?.length ?? 0);
    const read = readMessage(message, context);
    if ('reason' in read) {
      poison.push(read);
    } else {
      readable.push(read);
      follow(read, context.nowMs, metrics);
    }
  }
  metrics.messages.inc(messages.length);
  metrics.messageBytes.inc(bytes);
  return { readable, poison };
}

function follow(
  { message, metric, origin: { instance, nameless } }: ReadMessage,
  nowMs: number,
  metrics: SelfMetrics,
): void {
  const { sequences } = message.state;
  if (message.offset < sequences.seenTo) return;
  sequences.seenTo = message.offset + 1;
  if (nameless) metrics.nameless.inc();
  const { agentBootId, sequence } = metric;
  if (agentBootId !== undefined && sequence !== undefined) {
    sequences.tracker.observe(
      { host: instance, boot: agentBootId, sequence },
      nowMs,
    );
  }
}
