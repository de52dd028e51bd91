import { Admin } from 'kafkajs';

/** Whether a group has still to commit something of a topic. */
export async function isBehind(
  admin: Admin,
  topic: string,
  groupId: string,
): Promise<boolean> {
  const [ends, [group]] = await Promise.all([
    admin.fetchTopicOffsets(topic),
    admin.fetchOffsets({ groupId, topics: [topic] }),
  ]);
  return ends.some(({ partition, high }) => {
    const commit = group.partitions.find(at => at.partition === partition);
    return Number(commit?.offset ?? 0) < Number(high);
  });
}

/** Samples that a VictoriaMetrics took in since its start. */
export async function rowsOf(url: string): Promise<number> {
  const page = await (await fetch(`${url}/metrics`)).text();
  const counters = page.matchAll(/^vm_rows_inserted_total\{.*\} (\S+)$/gm);
  return [...counters].reduce((sum, [, value]) => sum + Number(value), 0);
}
