import { Admin, KafkaJSProtocolError } from 'kafkajs';
import { AdminConnection } from './adminConnection';
import { clusterStateOf, ClusterWatch } from './clusterWatch';

const partition = (leader: number, replicas: number[], isr: number[]) => ({
  partitionErrorCode: 0,
  partitionId: 0,
  leader,
  replicas,
  isr,
});
const silent = { debug() {} } as any;

/** A watch whose admin answers as given, and its state once it has looked. */
async function watched(admin: Partial<Admin>) {
  const connection = new AdminConnection({
    admin: () => ({
      connect: async () => {},
      disconnect: async () => {},
      ...admin,
    }),
  } as any);
  const watch = new ClusterWatch(connection, silent);
  await new Promise<void>(resolve => {
    const use = connection.use.bind(connection);
    connection.use = async ask => {
      try {
        return await use(ask);
      } finally {
        setImmediate(resolve);
      }
    };
    watch.start();
  });
  await watch.stop();
  return watch.state;
}

it('counts brokers, and partitions that lack a copy or a leader', () => {
  const topics = [
    { partitions: [partition(1, [1, 2, 3], [1, 2, 3])] },
    { partitions: [partition(2, [1, 2, 3], [2, 3]), partition(-1, [3], [])] },
  ];
  expect(clusterStateOf(2, topics)).toEqual({
    brokers: 2,
    underReplicated: 2,
    leaderless: 1,
  });
});

it('knows nothing while no broker answers', async () => {
  const describeCluster = async () => {
    throw new Error('connect ECONNREFUSED');
  };
  expect(await watched({ describeCluster })).toBeUndefined();
});

it('takes the failure that kafkajs makes of a partition without a leader for what it is', async () => {
  const describeCluster = async () => {
    throw new KafkaJSProtocolError({
      type: 'LEADER_NOT_AVAILABLE',
      code: 5,
      retriable: true,
      message: 'no leader',
    } as any);
  };
  expect(await watched({ describeCluster })).toEqual({ leaderless: 1 });
});
