import { Backlog, Contestant, fillBacklog, Servers } from '@gomon/faults';
import { standardBacklog } from '../measure/standardBacklog';
import { carry, Carried } from './carry';

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
  const backlogs = new Map<Contestant, Backlog>();
  for (const [i, contestant] of contestants.entries()) {
    const backlog = standardBacklog(`backlog-${i}`, messages);
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
