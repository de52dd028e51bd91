import type { Message } from '../message/messageMaker';
import { MemoryOutbox } from './memoryOutbox';

const message = (sequence: number, size = 10): Message => ({
  bytes: new Uint8Array(size),
  sequence,
  collectedAtMs: sequence * 1000,
});
const sequences = (messages: Message[]) => messages.map(m => m.sequence);

function outboxOf(maxMessages: number, maxBytes = 1e6) {
  const dropped: number[] = [];
  const outbox = new MemoryOutbox({ maxMessages, maxBytes }, (_, m) =>
    dropped.push(m.sequence),
  );
  return { outbox, dropped };
}

describe('MemoryOutbox', () => {
  it('shows the oldest first and keeps them until they are removed', () => {
    const { outbox } = outboxOf(10);
    [1, 2, 3].forEach(n => outbox.put(message(n)));
    const shown = outbox.peek(2, 1000);
    expect(sequences(shown)).toEqual([1, 2]);
    expect([outbox.depth, outbox.oldestAtMs]).toEqual([3, 1000]);
    outbox.remove(shown);
    expect(sequences(outbox.peek(9, 1000))).toEqual([3]);
    expect([outbox.depth, outbox.bytes]).toEqual([1, 10]);
  });

  it('shows no more bytes than asked for, but one message whatever its size', () => {
    const { outbox } = outboxOf(10);
    [1, 2, 3].forEach(n => outbox.put(message(n, 100)));
    expect(sequences(outbox.peek(9, 250))).toEqual([1, 2]);
    expect(sequences(outbox.peek(9, 5))).toEqual([1]);
  });

  it('drops the oldest, by number and by size, and tells which', () => {
    const few = outboxOf(2);
    [1, 2, 3, 4].forEach(n => few.outbox.put(message(n)));
    expect(few.dropped).toEqual([1, 2]);
    const small = outboxOf(99, 250);
    [1, 2, 3].forEach(n => small.outbox.put(message(n, 100)));
    expect(small.dropped).toEqual([1]);
    expect(small.outbox.bytes).toBe(200);
    small.outbox.put(message(4, 9999));
    expect(sequences(small.outbox.peek(9, 1e9))).toEqual([4]);
  });

  it('removes nothing that was not shown when the shown were dropped meanwhile', () => {
    const { outbox } = outboxOf(3);
    [1, 2, 3].forEach(n => outbox.put(message(n)));
    const shown = outbox.peek(2, 1000);
    outbox.put(message(4)); // drops 1
    outbox.remove(shown);
    expect(sequences(outbox.peek(9, 1000))).toEqual([3, 4]);
    outbox.remove(shown);
    expect(outbox.depth).toBe(2);
  });

  it('stays right over many messages', () => {
    const { outbox, dropped } = outboxOf(5000);
    for (let n = 1; n <= 12_000; n++) outbox.put(message(n));
    expect(dropped).toHaveLength(7000);
    while (outbox.depth > 0) outbox.remove(outbox.peek(700, 1e9));
    expect([outbox.bytes, outbox.oldestAtMs]).toEqual([0, undefined]);
  });
});
