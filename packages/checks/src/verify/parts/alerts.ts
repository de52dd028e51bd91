import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { record, withPlatform } from '@gomon/observability';
import { verifyCausedFaults } from '../alerts/causedFaults';
import { verifyLogsStandStill } from '../alerts/logsStandStill';
import { portalOf } from '../alerts/portalOf';
import { verifyRunbooks } from '../alerts/runbooks';
import { verifySeenInPortal } from '../alerts/seenInPortal';
import { verifyWeek } from '../alerts/week';
import type { VerifyPart } from '../part';

export const alerts: VerifyPart = {
  name: 'alerts',
  title: 'a week without a false alarm, and an alarm for every fault',
  minutes: 20,
  about:
    'Starts three brokers, VictoriaMetrics, aggregator, agent, a logs pipeline with a real Elasticsearch, and a portal, lets twenty hosts of the fleet report to them, and records what they say of themselves: at work, and while aggregator, a broker and the database are each started anew. Makes a week of it, in which the aggregator is started anew every day, every broker once and the database once, with the series of the same twenty hosts, each of which is away for three minutes some eight times; vmalert evaluates every rule at every half minute of it. Memory and CPU of the aggregator are held against the limits of its manifest, and the disk of the database is a volume of its own: neither is to be had outside of a container. Then the same week with one fault for each rule: what the programs write while it lasts, laid over what they wrote. Every panel that is empty while all is well has to show something during the fault that it is about; those whose fault takes seconds are shown it beforehand on real servers that are put through it. While the platform is up Elasticsearch is stopped for a minute, and a message that nobody can read is sent: the portal has to tell of the one and to show the alert about the other. Last, every command of the runbooks is run against the platform in a control plane, or on this machine.',
  async run(findings) {
    const dir = await mkdtemp(join(tmpdir(), 'gomon-alerts-'));
    try {
      const recordings = await withPlatform(dir, async stack => {
        const portal = await portalOf(stack, dir);
        try {
          const recorded = await record(stack);
          await verifyLogsStandStill(stack, findings);
          await verifySeenInPortal(stack, portal, findings);
          return recorded;
        } finally {
          await portal.stop();
        }
      });
      await verifyCausedFaults(dir, findings);
      await verifyWeek(recordings, dir, findings);
      await verifyRunbooks(await mkdtemp(join(dir, 'cluster-')), findings);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};
