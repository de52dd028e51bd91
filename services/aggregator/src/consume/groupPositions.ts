import { AdminConnection } from './adminConnection';

// What kafkajs commits by itself when a position was out of range.
const EARLIEST = -2;

/** What Kafka says of one partition and of the group's place in it. */
export interface GroupPosition {
  readonly committed: number | undefined;
  /** kafkajs overwrote the commit, since a position was out of range. */
  readonly reset: boolean;
  readonly low: number;
  readonly high: number;
}

/** Asks Kafka where the partitions of a topic begin and end, and what the group committed. */
export async function fetchGroupPositions(
  connection: AdminConnection,
  { topic, groupId }: { topic: string; groupId: string },
): Promise<Map<number, GroupPosition>> {
  const [ends, groups] = await connection.use(admin =>
    Promise.all([
      admin.fetchTopicOffsets(topic),
      admin.fetchOffsets({ groupId, topics: [topic] }),
    ]),
  );
  const committed = new Map(
    groups
      .flatMap(group => group.partitions)
      .map(({ partition, offset }) => [partition, Number(offset)]),
  );
  return new Map(
    ends.map(({ partition, low, high }) => {
      const commit = committed.get(partition) ?? -1;
      return [
        partition,
        {
          committed: commit < 0 ? undefined : commit,
          reset: commit === EARLIEST,
          low: Number(low),
          high: Number(high),
        },
      ];
    }),
  );
}
