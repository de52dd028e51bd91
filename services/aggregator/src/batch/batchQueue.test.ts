import { openPartition } from '../consume/partitionState';
import { BatchQueue, QueueLimits } from './batchQueue';
import { ConsumedMessage } from './consumedMessage';

const limits: QueueLimits = {
  maxMessages: 4,
  maxBytes: 1_000_000,
  lingerMs: 20,
  maxQueuedBytes: 5 * 612,
};
const sequences = { maxAgents: 10, maxOpenGaps: 4, graceMs: 1_000 };

const partition = (id: number, start = 0) =>
  openPartition(id, start, 30_000, sequences);

function messages(
  state: ReturnType<typeof partition>,
  from: number,
  count: number,
): ConsumedMessage[] {
  return Array.from({ length: count }, (_, i) => ({
    state,
    offset: from + i,
    key: null,
    value: Buffer.alloc(100),
    headers: {},
    timestamp: '0',
  }));
}

describe('BatchQueue', () => {
  it('hands over a batch after the linger, with one run a partition', async () => {
    const queue = new BatchQueue(limits);
    const [a, b] = [partition(0), partition(1, 50)];
    queue.add(a, messages(a, 0, 1), 1);
    queue.add(b, messages(b, 50, 1), 51);
    queue.add(a, messages(a, 1, 1), 2);

    const batch = await queue.take();

    expect(batch!.messages.map(m => m.offset)).toEqual([0, 50, 1]);
    expect(
      batch!.runs.map(({ state, entry }) => [
        state.partition,
        entry.next,
        entry.messages,
      ]),
    ).toEqual([
      [0, 2, 2],
      [1, 51, 1],
    ]);
    expect(queue.bytes).toBe(0);
  });

  it('does not wait once a batch is full, and keeps within the bound', async () => {
    const queue = new BatchQueue({ ...limits, lingerMs: 60_000 });
    const a = partition(0);
    queue.add(a, messages(a, 0, 3), 3);
    queue.add(a, messages(a, 3, 3), 6);

    const batch = await queue.take();

    expect(batch!.messages).toHaveLength(3);
    expect(queue.messages).toBe(3);
  });

  it('has no room above its bound, and room again when a batch was taken', async () => {
    const queue = new BatchQueue(limits);
    const a = partition(0);
    queue.add(a, messages(a, 0, 4), 4);
    expect(queue.hasRoom()).toBe(true);
    queue.add(a, messages(a, 4, 2), 6);
    expect(queue.hasRoom()).toBe(false);

    let woken = false;
    const waiting = queue.room(60_000).then(() => {
      woken = true;
    });
    await queue.take();
    await waiting;
    expect(woken).toBe(true);
  });

  it('lets go of what belongs to a partition that was lost', async () => {
    const queue = new BatchQueue(limits);
    const [a, b] = [partition(0), partition(1)];
    queue.add(a, messages(a, 0, 3), 3);
    queue.add(b, messages(b, 0, 1), 1);
    a.closed = true;

    queue.purge();
    const batch = await queue.take();

    expect(batch!.messages.map(m => m.state.partition)).toEqual([1]);
    expect(queue.bytes).toBe(0);
  });

  it('hands over what is left when it closes, then nothing', async () => {
    const queue = new BatchQueue({ ...limits, lingerMs: 60_000 });
    const a = partition(0);
    queue.add(a, messages(a, 0, 1), 1);
    const [first, second] = [queue.take(), queue.take()];

    queue.close();

    expect((await first)!.messages).toHaveLength(1);
    expect(await second).toBeUndefined();
  });
});
