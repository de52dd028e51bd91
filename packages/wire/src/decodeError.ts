/** Why a message could not be read; stable, used as the value of a Prometheus label and of a Kafka header. */
export type DecodeReason =
  | 'empty'
  | 'too_large'
  | 'truncated'
  | 'malformed'
  | 'wrong_schema'
  | 'number_too_large'
  | 'text_too_long'
  | 'too_many_disks'
  | 'too_many_interfaces'
  | 'no_timestamp';

const SENTENCES: Record<DecodeReason, string> = {
  empty: 'The message has no bytes.',
  too_large: 'The message is larger than the decoder accepts.',
  truncated: 'The message ends in the middle of a field.',
  malformed: 'The bytes are not protobuf.',
  wrong_schema: 'The bytes are protobuf, but not a Metric.',
  number_too_large: 'A number is larger than the field can mean.',
  text_too_long: 'A text is longer than the decoder accepts.',
  too_many_disks: 'The message lists more disks than the decoder accepts.',
  too_many_interfaces:
    'The message lists more network interfaces than the decoder accepts.',
  no_timestamp: 'The message does not say when it was collected.',
};

/** A message that cannot be stored as it is. Never retriable: the same bytes fail again. */
export class DecodeError extends Error {
  readonly name = 'DecodeError';
  readonly retriable = false;

  /** @param offset - position in the message in bytes where reading stopped */
  constructor(readonly reason: DecodeReason, readonly offset: number) {
    super(`${SENTENCES[reason]} (at byte ${offset})`);
  }
}
