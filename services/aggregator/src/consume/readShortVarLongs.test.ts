import Decoder from 'kafkajs/src/protocol/decoder';
import { readShortVarLongs } from './readShortVarLongs';

const original = Decoder.prototype.readVarLong;
beforeAll(readShortVarLongs);

it.each([
  ['0', [0x00]],
  ['-1', [0x01]],
  ['63', [0x7e]],
  ['-64', [0x7f]],
  ['64', [0x80, 0x01]],
  ['30000', [0xe0, 0xd4, 0x03]],
  ['-9223372036854775808', [...Array(9).fill(0xff), 0x01]],
])('reads %s as kafkajs does, and stops behind it', (text, bytes) => {
  const [ours, theirs] = [bytes, bytes].map(
    each => new Decoder(Buffer.from([...each, 0x55])),
  );
  const number = ours.readVarLong();
  expect(number).toEqual(original.call(theirs));
  expect(String(number)).toBe(text);
  expect(ours.offset).toBe(bytes.length);
});
