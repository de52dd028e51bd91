import type { Message } from '../message/messageMaker';

/** Where entries are read from. */
export interface RecordSource {
  readonly number: number;
  /** The message of the record that ends at a place; throws when it is not there whole. */
  read(end: number, messageBytes: number): Uint8Array;
}

/** A message that stands in a segment; its bytes are read when they are needed. */
export class SpoolEntry implements Message {
  readonly sequence: number;
  readonly collectedAtMs: number;
  readonly traceparent?: string;
  private loaded: Uint8Array | undefined;

  constructor(
    readonly segment: RecordSource,
    /** Where the record ends. */
    readonly end: number,
    readonly length: number,
    {
      sequence,
      collectedAtMs,
      traceparent,
    }: Pick<Message, 'sequence' | 'collectedAtMs' | 'traceparent'>,
  ) {
    this.sequence = sequence;
    this.collectedAtMs = collectedAtMs;
    this.traceparent = traceparent;
  }

  /** Read once, and kept for the attempts that follow. */
  get bytes(): Uint8Array {
    this.loaded ??= this.segment.read(this.end, this.length);
    return this.loaded;
  }
}
