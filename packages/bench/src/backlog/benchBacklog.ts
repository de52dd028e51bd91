import { Backlog, Contestant, fillBacklog, Servers } from '@gomon/faults';
import { carry, Carried } from './carry';

const HOSTS = 2_000;
const STEP_MS = 1_000;
const PARTITIONS = 12;

/** How much is carried how often. */
export interface BacklogBench {
  readonly runs: number;
  readonly messages: number;
}

/** Gives every contestant the same samples, in turns, so that what else the machine does meets all of them. */
export async function benchBacklog(
  servers: Servers,
  contestants: readonly Contestant[],
  { runs, messages }: BacklogBench,
  onResult: (result: Carried) => void,
): Promise<void> {
  const messagesPerHost = Math.ceil(messages / HOSTS);
  const backlogs = new Map<Contestant, Backlog>();
  for (const [i, contestant] of contestants.entries()) {
    const backlog: Backlog = {
      topic: `backlog-${i}`,
      partitions: PARTITIONS,
      model: {
        prefix: `bench-${i}`,
        hosts: HOSTS,
        startMs: Date.now() - messagesPerHost * STEP_MS,
        stepMs: STEP_MS,
      },
      messagesPerHost,
    };
    await fillBacklog(servers, backlog, contestant);
    backlogs.set(contestant, backlog);
  }
  for (let run = 0; run < runs; run++) {
    for (const [i, contestant] of contestants.entries()) {
      const backlog = backlogs.get(contestant)!;
      onResult(await carry(servers, backlog, contestant, `carry-${i}-${run}`));
    }
  }
}
