import { Kafka } from 'kafkajs';
import { GroupConsumer, GroupConsumerListener } from './groupConsumer';

/** A client whose consumer takes its leave as told. */
function consumerThat(disconnect: () => Promise<void>) {
  return consumerOf({
    consumer: () => ({ disconnect }),
  } as unknown as Kafka);
}

function consumerOf(kafka: Kafka) {
  return new GroupConsumer(
    kafka,
    {
      topic: 'metrics-v4',
      groupId: 'metrics-group',
      sessionTimeoutMs: 30_000,
      fetchMaxBytes: 1,
      fetchMaxBytesPerPartition: 1,
    },
    {} as GroupConsumerListener,
  );
}

describe('GroupConsumer', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('leaves the group', async () => {
    const disconnect = jest.fn(async () => {});
    await consumerThat(disconnect).stop();
    expect(disconnect).toHaveBeenCalledTimes(1);
    expect(jest.getTimerCount()).toBe(0);
  });

  it('does not wait for a group that lets nobody join until a dead member is forgotten', async () => {
    let ended = false;
    const stopped = consumerThat(() => new Promise(() => {}))
      .stop()
      .then(() => {
        ended = true;
      });
    await jest.advanceTimersByTimeAsync(4_000);
    expect(ended).toBe(false);
    await jest.advanceTimersByTimeAsync(1_000);
    await stopped;
    expect(ended).toBe(true);
  });

  it('can be told to hold before it has joined, as an orderly end without Kafka does', async () => {
    const kafka = new Kafka({ brokers: ['127.0.0.1:1'] });
    const consumer = consumerOf(kafka);
    expect(() => {
      consumer.pause([0]);
      consumer.seek(0, 7);
      consumer.resume([0]);
    }).not.toThrow();
    await consumer.stop();
  });

  it('tells that leaving failed', async () => {
    const failing = consumerThat(() => Promise.reject(new Error('no broker')));
    await expect(failing.stop()).rejects.toThrow('no broker');
  });
});
