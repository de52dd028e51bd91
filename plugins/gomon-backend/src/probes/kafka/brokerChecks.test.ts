import { brokersCheck, topicChecks } from './brokerChecks';
import type { KafkaSnapshot, PartitionState } from './snapshot';

const address = (nodeId: number) => ({ host: `kafka-${nodeId}`, port: 9092 });
const known = new Map([0, 1, 2].map(nodeId => [nodeId, address(nodeId)]));

function brokers(...reachable: boolean[]): KafkaSnapshot {
  return {
    groups: new Map(),
    brokers: reachable.map((is, nodeId) => ({
      nodeId,
      ...address(nodeId),
      reachable: is,
    })),
  };
}

describe('the check of the brokers', () => {
  it('is well when all that are expected answer', () => {
    expect(
      brokersCheck('Kafka', brokers(true, true, true), 3, known),
    ).toMatchObject({
      status: 'ok',
      value: 3,
      threshold: 3,
      sentence: 'All 3 brokers answer.',
    });
    expect(brokersCheck('Kafka', brokers(true), 1, known).sentence).toBe(
      'The broker of Kafka answers.',
    );
  });

  it('names who is missing while the others can still agree', () => {
    expect(brokersCheck('Kafka', brokers(true, true), 3, known)).toMatchObject({
      status: 'degraded',
      failure: 'own',
      hindersFlow: false,
      sentence: '2 of 3 brokers of Kafka answer; missing: 2 (kafka-2:9092).',
    });
  });

  it('hinders data while the cluster still counts on one that is gone, or its users may', () => {
    expect(
      brokersCheck('Kafka', brokers(true, false, true), 3, known),
    ).toMatchObject({ status: 'degraded', hindersFlow: true });
    expect(
      brokersCheck('Kafka', brokers(true, true), 3, known, true),
    ).toMatchObject({ status: 'degraded', hindersFlow: true });
  });

  it('is down without a majority', () => {
    expect(
      brokersCheck('Kafka', brokers(false, true, false), 3, known),
    ).toMatchObject({
      status: 'down',
      hindersFlow: true,
      sentence:
        '1 of 3 brokers of Kafka answers; missing: 0 (kafka-0:9092), 2 (kafka-2:9092).',
    });
  });

  it('names nobody whom it has never seen', () => {
    expect(brokersCheck('Kafka', brokers(true), 3, new Map()).sentence).toBe(
      '1 of 3 brokers of Kafka answers.',
    );
  });
});

describe('the checks of the topic', () => {
  const whole: PartitionState = {
    partition: 0,
    leader: 1,
    replicas: 3,
    inSync: 3,
  };
  const checks = (...changes: Partial<PartitionState>[]) =>
    topicChecks('Kafka', 'metrics-v4', {
      ...brokers(true),
      minInSync: 2,
      partitions: changes.map((own, partition) => ({
        ...whole,
        partition,
        ...own,
      })),
    }).map(({ id, status, sentence, value }) => [id, status, value, sentence]);

  it('are well where every partition is led and every replica in sync', () => {
    expect(checks({}, {}, {})).toEqual([
      [
        'kafka.topic',
        'ok',
        undefined,
        'The topic metrics-v4 has 3 partitions.',
      ],
      [
        'kafka.partitions',
        'ok',
        0,
        'Every partition of metrics-v4 has a leader.',
      ],
      ['kafka.replicas', 'ok', 0, 'Every replica of metrics-v4 is in sync.'],
    ]);
  });

  it.each([
    [
      [{ leader: undefined }, {}],
      '1 of 2 partitions of metrics-v4 has no leader: nobody can read or write it.',
    ],
    [
      [{ leader: undefined }, { leader: undefined }],
      '2 of 2 partitions of metrics-v4 have no leader: nobody can read or write them.',
    ],
  ])('are down by partitions that nobody leads', (changes, sentence) => {
    expect(checks(...changes)[1].slice(1)).toEqual([
      'down',
      changes.filter(own => 'leader' in own).length,
      sentence,
    ]);
  });

  it.each([
    [
      [{ inSync: 2 }, {}],
      'degraded',
      '1 of 2 partitions of metrics-v4 lacks a replica in sync.',
    ],
    [
      [{ inSync: 2 }, { inSync: 2 }],
      'degraded',
      '2 of 2 partitions of metrics-v4 lack a replica in sync.',
    ],
    [
      [{ inSync: 1 }, { inSync: 2 }],
      'down',
      '1 of 2 partitions of metrics-v4 has fewer than 2 replicas in sync: Kafka takes no new messages there.',
    ],
    [
      [{ inSync: 1 }, { inSync: 1 }],
      'down',
      '2 of 2 partitions of metrics-v4 have fewer than 2 replicas in sync: Kafka takes no new messages there.',
    ],
  ])(
    'tell lagging replicas from a topic that refuses: %j',
    (changes, status, sentence) => {
      const [id, is, , says] = checks(...changes)[2];
      expect([id, is, says]).toEqual(['kafka.replicas', status, sentence]);
    },
  );

  it('are one where there is no such topic, with what makes it again', () => {
    const [check, ...more] = topicChecks('Kafka', 'metrics-v4', brokers(true));
    expect(more).toEqual([]);
    expect(check).toMatchObject({
      status: 'down',
      sentence: 'The topic metrics-v4 does not exist in Kafka.',
    });
    expect(check.action?.command).toContain('--create --topic metrics-v4 ');
  });
});
