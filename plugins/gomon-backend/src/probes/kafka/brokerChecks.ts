import { CheckReport } from '@gomon/plugin-gomon-node';
import { plural } from '../../words/count';
import { BrokerAddress, KafkaSnapshot, PartitionState } from './snapshot';

/**
 * Whether all brokers are there.
 *
 * @param known - every broker that has been seen so far, by id
 * @param justLost - whether one went away so lately that those who used it may still wait
 */
export function brokersCheck(
  title: string,
  { brokers }: KafkaSnapshot,
  expected: number,
  known: ReadonlyMap<number, BrokerAddress>,
  justLost = false,
): CheckReport {
  const reachable = brokers.filter(broker => broker.reachable).length;
  const common = {
    id: 'kafka.brokers',
    title: 'Brokers',
    value: reachable,
    unit: 'count' as const,
    threshold: expected,
  };
  if (reachable >= expected) {
    const sentence =
      expected === 1
        ? `The broker of ${title} answers.`
        : `All ${reachable} brokers answer.`;
    return { ...common, status: 'ok', sentence };
  }
  const alive = new Set(
    brokers.filter(broker => broker.reachable).map(({ nodeId }) => nodeId),
  );
  const names = [...known]
    .filter(([nodeId]) => !alive.has(nodeId))
    .map(([nodeId, { host, port }]) => `${nodeId} (${host}:${port})`);
  return {
    ...common,
    // Fewer than a majority cannot agree on who leads.
    status: 2 * reachable <= expected ? 'down' : 'degraded',
    failure: 'own',
    // Until the controller has given its partitions and groups to others, and clients have noticed, nobody can use them.
    hindersFlow:
      2 * reachable <= expected || brokers.length > reachable || justLost,
    sentence: `${reachable} of ${plural(expected, 'broker')} of ${title} ${
      reachable === 1 ? 'answers' : 'answer'
    }${names.length > 0 ? `; missing: ${names.join(', ')}` : ''}.`,
  };
}

/** Whether the topic can be read and written. */
export function topicChecks(
  title: string,
  topic: string,
  { partitions, minInSync }: KafkaSnapshot,
): CheckReport[] {
  if (!partitions) {
    return [
      {
        id: 'kafka.topic',
        title: 'Topic',
        status: 'down',
        failure: 'own',
        sentence: `The topic ${topic} does not exist in ${title}.`,
        meaning:
          'What it held is gone. Agents keep new samples in their outbox while there is room.',
        action: {
          text: 'Create the topic again',
          command: `kafka-topics.sh --bootstrap-server kafka:9092 --create --topic ${topic} --partitions 3 --replication-factor 3 --config min.insync.replicas=2`,
        },
      },
    ];
  }
  return [
    {
      id: 'kafka.topic',
      title: 'Topic',
      status: 'ok',
      sentence: `The topic ${topic} has ${plural(
        partitions.length,
        'partition',
      )}.`,
    },
    offlineCheck(topic, partitions),
    replicasCheck(topic, partitions, minInSync),
  ];
}

function offlineCheck(
  topic: string,
  partitions: readonly PartitionState[],
): CheckReport {
  const offline = partitions.filter(({ leader }) => leader === undefined);
  const common = {
    id: 'kafka.partitions',
    title: 'Offline partitions',
    value: offline.length,
    unit: 'count' as const,
    threshold: 0,
  };
  if (offline.length === 0) {
    return {
      ...common,
      status: 'ok',
      sentence: `Every partition of ${topic} has a leader.`,
    };
  }
  return {
    ...common,
    status: 'down',
    failure: 'own',
    sentence: `${offline.length} of ${plural(
      partitions.length,
      'partition',
    )} of ${topic} ${
      offline.length === 1 ? 'has' : 'have'
    } no leader: nobody can read or write ${
      offline.length === 1 ? 'it' : 'them'
    }.`,
    meaning:
      'Nothing that Kafka has acknowledged is lost: it is back with the brokers that hold it.',
  };
}

function replicasCheck(
  topic: string,
  partitions: readonly PartitionState[],
  minInSync: number | undefined,
): CheckReport {
  const lagging = partitions.filter(
    ({ inSync, replicas }) => inSync < replicas,
  );
  const refusing = partitions.filter(({ inSync }) => inSync < (minInSync ?? 1));
  const common = {
    id: 'kafka.replicas',
    title: 'Replicas in sync',
    value: lagging.length,
    unit: 'count' as const,
    threshold: 0,
  };
  if (refusing.length > 0) {
    return {
      ...common,
      status: 'down',
      failure: 'own',
      sentence: `${refusing.length} of ${plural(
        partitions.length,
        'partition',
      )} of ${topic} ${
        refusing.length === 1 ? 'has' : 'have'
      } fewer than ${minInSync} replicas in sync: Kafka takes no new messages there.`,
      meaning: 'Agents keep new samples in their outbox while there is room.',
    };
  }
  if (lagging.length > 0) {
    return {
      ...common,
      status: 'degraded',
      failure: 'own',
      sentence: `${lagging.length} of ${plural(
        partitions.length,
        'partition',
      )} of ${topic} ${
        lagging.length === 1 ? 'lacks' : 'lack'
      } a replica in sync.`,
      meaning: 'Nothing is lost; one more broker gone could stop the topic.',
    };
  }
  return {
    ...common,
    status: 'ok',
    sentence: `Every replica of ${topic} is in sync.`,
  };
}
