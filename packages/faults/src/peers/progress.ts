import { Admin } from 'kafkajs';

/** How many messages of a topic a group has still to commit. */
export async function lagOf(
  admin: Admin,
  topic: string,
  groupId: string,
): Promise<number> {
  const [ends, [group]] = await Promise.all([
    admin.fetchTopicOffsets(topic),
    admin.fetchOffsets({ groupId, topics: [topic] }),
  ]);
  return ends.reduce((sum, { high, partition }) => {
    const commit = group.partitions.find(at => at.partition === partition);
    // Without a commit the client says -1.
    return sum + Number(high) - Math.max(0, Number(commit?.offset ?? 0));
  }, 0);
}

/** Whether a group has still to commit something of a topic. */
export async function isBehind(
  admin: Admin,
  topic: string,
  groupId: string,
): Promise<boolean> {
  return (await lagOf(admin, topic, groupId)) > 0;
}

/** Samples that a VictoriaMetrics took in since its start. */
export async function rowsOf(url: string): Promise<number> {
  const page = await (await fetch(`${url}/metrics`)).text();
  const counters = page.matchAll(/^vm_rows_inserted_total\{.*\} (\S+)$/gm);
  return [...counters].reduce((sum, [, value]) => sum + Number(value), 0);
}
