import { setTimeout as sleep } from 'node:timers/promises';
import { OperationalError } from '@gomon/service-kit';
import type { Message } from '../message/messageMaker';
import { MemoryOutbox } from '../outbox/memoryOutbox';
import { Publisher } from './publisher';

const message = (sequence: number): Message => ({
  bytes: new Uint8Array(10),
  sequence,
  collectedAtMs: 1,
});

function setUp(send: (messages: readonly Message[]) => Promise<void>) {
  const acknowledged: number[] = [];
  const dropped: number[] = [];
  const failed: string[] = [];
  const outbox = new MemoryOutbox(
    { maxMessages: 1e4, maxBytes: 1e7 },
    () => {},
  );
  const sender = { send, close: async () => {} };
  const publisher = new Publisher(outbox, sender, {
    acknowledged: messages =>
      acknowledged.push(...messages.map(m => m.sequence)),
    failed: error => failed.push(error.code),
    dropped: (_, m) => dropped.push(m.sequence),
  });
  const put = (...sequences: number[]) => {
    sequences.forEach(sequence => outbox.put(message(sequence)));
    publisher.wake();
  };
  publisher.start();
  return { outbox, publisher, acknowledged, dropped, failed, put };
}

const error = (code: string) => new OperationalError(code, code, true, '');

describe('Publisher', () => {
  it('sends what is put, in order, one request at a time', async () => {
    let running = 0;
    let most = 0;
    const { put, acknowledged, publisher } = setUp(async () => {
      most = Math.max(most, (running += 1));
      await sleep(5);
      running -= 1;
    });
    put(1);
    put(2, 3);
    await publisher.stop(1000);
    expect(acknowledged).toEqual([1, 2, 3]);
    expect(most).toBe(1);
  });

  it('keeps what was not acknowledged and sends it again', async () => {
    let attempts = 0;
    const { put, acknowledged, failed, outbox, publisher } = setUp(async () => {
      attempts += 1;
      if (attempts === 1) throw error('KAFKA_UNREACHABLE');
    });
    put(1, 2);
    await sleep(10);
    expect([outbox.depth, acknowledged]).toEqual([2, []]);
    await publisher.stop(2000);
    expect([acknowledged, failed]).toEqual([[1, 2], ['KAFKA_UNREACHABLE']]);
  });

  it('finds the one message that is too large, drops it alone and says so', async () => {
    const { put, acknowledged, dropped, publisher } = setUp(async messages => {
      if (messages.some(m => m.sequence === 5)) {
        throw error('KAFKA_MESSAGE_TOO_LARGE');
      }
    });
    put(1, 2, 3, 4, 5, 6, 7, 8);
    await publisher.stop(2000);
    expect(acknowledged).toEqual([1, 2, 3, 4, 6, 7, 8]);
    expect(dropped).toEqual([5]);
  });

  it('ends in time when Kafka takes nothing', async () => {
    const { put, publisher, outbox } = setUp(() =>
      Promise.reject(error('KAFKA_UNREACHABLE')),
    );
    put(1);
    const from = performance.now();
    await publisher.stop(100);
    expect(performance.now() - from).toBeLessThan(1000);
    expect(outbox.depth).toBe(1);
  });
});
