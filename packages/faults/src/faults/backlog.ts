import { metricOf } from '../stage/pages';
import { peakMib } from '../stage/peakMib';
import { pause } from '../stage/waitFor';
import { defineFault } from './fault';

const HOSTS = 2_000;
const LIMIT_MIB = 512;

/** A backlog of this many messages, stored within the memory that the specification gives. */
export const backlog = (messages: number) =>
  defineFault(
    18,
    `a backlog of ${messages.toLocaleString(
      'en',
    )} messages within ${LIMIT_MIB} MiB`,
    { bare: true, hosts: HOSTS, stepMs: 50, staysReady: true },
    async ({ stage, aggregator, note, repaired }) => {
      await stage.fleet.burst(Math.ceil(messages / HOSTS));
      repaired();
      const begun = Date.now();
      await aggregator.start();
      await pause(1_000);
      await stage.untilAccepted(900_000);
      const seconds = (Date.now() - begun) / 1000;
      const peak = await peakMib(aggregator.pid!);
      const samples = await metricOf(
        aggregator,
        'gomon_aggregator_samples_accepted_total',
      );
      note(
        `${Math.round(samples / seconds).toLocaleString(
          'en',
        )} samples/s, peak ${peak} MiB`,
      );
      if (peak > LIMIT_MIB) throw new Error(`the peak was ${peak} MiB`);
    },
  );
