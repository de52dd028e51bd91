import { setTimeout as sleep } from 'node:timers/promises';
import { OperationalError, Readiness } from '@gomon/service-kit';
import { KafkaWatch } from './kafkaWatch';

const error = (code: string) => new OperationalError(code, code, true, 'do');
const codes = (readiness: Readiness) => readiness.reasons.map(r => r.code);

describe('KafkaWatch', () => {
  it('is not ready before the first acknowledgement', () => {
    const readiness = new Readiness();
    const watch = new KafkaWatch(readiness, async () => {});
    expect(codes(readiness)).toEqual(['KAFKA_NOT_REACHED_YET']);
    watch.works();
    expect(readiness.ready).toBe(true);
  });

  it('shows one reason at a time, the latest', () => {
    const readiness = new Readiness();
    const watch = new KafkaWatch(readiness, async () => {});
    watch.fails(error('KAFKA_UNREACHABLE'));
    watch.fails(error('KAFKA_TOPIC_MISSING'));
    expect(codes(readiness)).toEqual(['KAFKA_TOPIC_MISSING']);
    watch.stop();
  });

  it('looks when a connection closes, and not otherwise', async () => {
    const readiness = new Readiness();
    let looks = 0;
    const watch = new KafkaWatch(readiness, async () => {
      looks += 1;
      throw error('KAFKA_UNREACHABLE');
    });
    watch.works();
    await sleep(5);
    expect(looks).toBe(0);
    watch.connectionClosed();
    await sleep(5);
    expect([looks, codes(readiness)]).toEqual([1, ['KAFKA_UNREACHABLE']]);
    watch.stop();
  });

  it('says nothing about connections that close at the end', async () => {
    const readiness = new Readiness();
    const watch = new KafkaWatch(readiness, async () => {
      throw error('KAFKA_UNREACHABLE');
    });
    watch.works();
    watch.stop();
    watch.connectionClosed();
    await sleep(5);
    expect(readiness.ready).toBe(true);
  });
});
