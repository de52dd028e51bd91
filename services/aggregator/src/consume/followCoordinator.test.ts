import { KafkaJSConnectionError, KafkaJSProtocolError } from 'kafkajs';
import ConsumerGroup from 'kafkajs/src/consumer/consumerGroup';
import { followCoordinator } from './followCoordinator';

const SESSION_MS = 30_000;
const every = { interval: 0 };

const closed = () =>
  new KafkaJSConnectionError('Closed connection', { broker: 'a:9092' });

function answer(type: string): Error {
  return new KafkaJSProtocolError(
    Object.assign(new Error(type), { type, code: 1, retriable: true }),
  );
}

/** A member whose coordinator answers as told, and a cluster that names another one. */
function memberOf(heartbeat: () => Promise<void>) {
  const successor = { heartbeat: jest.fn(async () => {}) };
  const findGroupCoordinator = jest.fn(async () => successor);
  const group = new ConsumerGroup({
    groupId: 'metrics-group',
    sessionTimeout: SESSION_MS,
    cluster: { findGroupCoordinator },
    logger: { namespace: () => ({}) },
    instrumentationEmitter: { emit: () => {} },
  });
  const old = { heartbeat };
  Object.assign(group, { memberId: 'me', coordinator: old });
  group.offsetManager = { coordinator: old };
  return { group, successor, findGroupCoordinator };
}

beforeAll(followCoordinator);
beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

describe('a member of a group', () => {
  it.each([
    ['is gone', closed],
    ['has handed the group on', () => answer('NOT_COORDINATOR_FOR_GROUP')],
    ['has not read the group yet', () => answer('GROUP_LOAD_IN_PROGRESS')],
  ])('looks for the coordinator again when that one %s', async (_, errorOf) => {
    const { group, successor } = memberOf(() => Promise.reject(errorOf()));
    await group.heartbeat(every);
    expect(group.offsetManager).toEqual({ coordinator: successor });
    await group.heartbeat(every);
    expect(successor.heartbeat).toHaveBeenCalledTimes(1);
  });

  it('looks once for all of its loops', async () => {
    const { group, findGroupCoordinator } = memberOf(() =>
      Promise.reject(closed()),
    );
    await Promise.all([group.heartbeat(every), group.heartbeat(every)]);
    expect(findGroupCoordinator).toHaveBeenCalledTimes(1);
  });

  it('looks again when there is no coordinator yet, until its session is over', async () => {
    const { group, findGroupCoordinator } = memberOf(() =>
      Promise.reject(closed()),
    );
    findGroupCoordinator.mockRejectedValue(new Error('not available'));
    await group.heartbeat(every);
    jest.advanceTimersByTime(SESSION_MS - 1);
    await group.heartbeat(every);
    expect(findGroupCoordinator).toHaveBeenCalledTimes(2);
    jest.advanceTimersByTime(1);
    await expect(group.heartbeat(every)).rejects.toThrow('Closed connection');
  });

  it.each(['REBALANCE_IN_PROGRESS', 'UNKNOWN_MEMBER_ID'])(
    'is told of %s',
    async type => {
      const { group } = memberOf(() => Promise.reject(answer(type)));
      await expect(group.heartbeat(every)).rejects.toThrow(type);
    },
  );

  it('is told of what no other coordinator would do better', async () => {
    const { group } = memberOf(() => Promise.reject(new TypeError('a bug')));
    await expect(group.heartbeat(every)).rejects.toThrow('a bug');
  });
});
