import Decoder from 'kafkajs/src/protocol/decoder';
import Long from 'kafkajs/src/utils/long';

const CONTINUED = 128;

let done = false;

/**
 * Lets kafkajs read a variable-length number of one byte at once.
 *
 * Every record has one, its time after the first of its batch, and nearly all fit one byte. kafkajs makes some ten objects
 * of each.
 */
export function readShortVarLongs(): void {
  if (done) return;
  done = true;
  const readLong = Decoder.prototype.readVarLong;
  Decoder.prototype.readVarLong = function readVarLong() {
    const first = this.buffer[this.offset];
    if (!(first < CONTINUED)) return readLong.call(this);
    this.offset += 1;
    return Long.fromNumber(Decoder.decodeZigZag(first));
  };
}
