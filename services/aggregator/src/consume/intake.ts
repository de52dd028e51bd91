import { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { BatchQueue } from '../batch/batchQueue';
import { ConsumedMessage } from '../batch/consumedMessage';
import { Assignment } from './assignment';
import { PartitionState } from './partitionState';

// Small enough that a rebalance never waits for a whole fetch to find room.
const CHUNK_MESSAGES = 500;
const CHUNK_BYTES = 256 * 1024;
// How long to wait for room between two heartbeats.
const ROOM_WAIT_MS = 500;

/** What happened to a fetched batch. */
export type IntakeResult = 'taken' | 'interrupted' | 'not-ours' | 'displaced';

/**
 * Moves one fetched batch into the queue, chunk by chunk, as room comes up.
 *
 * While there is no room nothing more of the partition is fetched, and
 * heartbeats go on, so that the longest outage of the database costs neither
 * memory nor the membership. A batch that does not begin where the partition
 * was left is not taken at all.
 */
export async function takeIn(
  payload: EachBatchPayload,
  assignment: Assignment,
  queue: BatchQueue,
): Promise<IntakeResult> {
  const { batch, heartbeat, isRunning, isStale, resolveOffset } = payload;
  const state = assignment.get(batch.partition);
  if (!state || isStale() || !isRunning()) {
    return 'not-ours';
  }
  // kafkajs tells where it fetched from, though its types do not.
  const { fetchedOffset } = batch as unknown as { fetchedOffset: string };
  if (Number(fetchedOffset) !== state.position) {
    return 'displaced';
  }
  state.fetchedEnd = Number(batch.highWatermark);

  let taken = 0;
  while (taken < batch.messages.length) {
    while (!queue.hasRoom()) {
      await queue.room(ROOM_WAIT_MS);
      await heartbeat();
    }
    if (
      !isRunning() ||
      isStale() ||
      assignment.get(batch.partition) !== state
    ) {
      return 'interrupted';
    }
    const chunk = nextChunk(batch.messages, taken);
    taken += chunk.length;
    const last = chunk[chunk.length - 1].offset;
    // The end of a batch may lie past its last message: control records.
    const next =
      Number(taken === batch.messages.length ? batch.lastOffset() : last) + 1;
    queue.add(
      state,
      chunk.map(message => toConsumed(message, state)),
      next,
    );
    state.position = next;
    resolveOffset(last);
    await heartbeat();
  }
  return 'taken';
}

function nextChunk(messages: KafkaMessage[], from: number): KafkaMessage[] {
  let bytes = 0;
  let to = from;
  while (
    to < messages.length &&
    to - from < CHUNK_MESSAGES &&
    bytes < CHUNK_BYTES
  ) {
    bytes += messages[to].value?.length ?? 0;
    to += 1;
  }
  return messages.slice(from, to);
}

function toConsumed(
  message: KafkaMessage,
  state: PartitionState,
): ConsumedMessage {
  return {
    state,
    offset: Number(message.offset),
    key: message.key,
    value: message.value,
    headers: message.headers ?? {},
    timestamp: message.timestamp,
  };
}
