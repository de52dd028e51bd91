import { PartitionState } from '../consume/partitionState';

/** A record's headers as kafkajs hands them over. */
export type RecordHeaders = Record<
  string,
  Buffer | string | (Buffer | string)[] | undefined
>;

/** One record as it was read from Kafka, not looked into yet. */
export interface ConsumedMessage {
  readonly state: PartitionState;
  readonly offset: number;
  readonly key: Buffer | null;
  readonly value: Buffer | null;
  readonly headers: RecordHeaders;
  /** The record's own time, in milliseconds, as decimal text. */
  readonly timestamp: string;
}

// What the objects around a record take, so that many tiny records count, too.
const OBJECT_BYTES = 512;

/** What a record takes in memory while it waits, roughly. */
export function messageBytes({ key, value }: ConsumedMessage): number {
  return (key?.length ?? 0) + (value?.length ?? 0) + OBJECT_BYTES;
}
