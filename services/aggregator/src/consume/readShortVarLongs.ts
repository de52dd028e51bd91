import Decoder from 'kafkajs/src/protocol/decoder';
import Long from 'kafkajs/src/utils/long';

const CONTINUED = 128;

const reading = Symbol.for('gomon.kafkajs.readShortVarLongs');

/**
 * Lets kafkajs read a variable-length number of one byte at once.
 *
 * Every record has one, its time after the first of its batch, and nearly all fit one byte. kafkajs makes some ten objects
 * of each.
 *
 * Applies to all clients of the process; a second call does nothing.
 */
export function readShortVarLongs(): void {
  const decoder = Decoder.prototype as Decoder & { [reading]?: boolean };
  if (decoder[reading]) return;
  decoder[reading] = true;
  const readLong = decoder.readVarLong;
  decoder.readVarLong = function readVarLong() {
    const first = this.buffer[this.offset];
    if (!(first < CONTINUED)) return readLong.call(this);
    this.offset += 1;
    return Long.fromNumber(Decoder.decodeZigZag(first));
  };
}
