import { createVictoriaMetrics } from '@gomon/dev-stack';
import { metricOf } from '../stage/pages';
import { pause } from '../stage/waitFor';
import { defineFault } from './fault';
import { untilNotReady, untilReady } from './readiness';

const MORE_THAN_ANY_DISK = '900000GB';

export const disksFull = defineFault(
  16,
  "the database's disk is full, and the log file's",
  { env: { LOG_FILE: '/dev/full', LOG_SAMPLES: 'all' } },
  async ({ stage, aggregator, note, repaired }) => {
    const { database, dir } = stage.servers;
    await database.stop();
    const full = await createVictoriaMetrics({
      dir,
      port: Number(new URL(database.url).port),
      flags: [`-storage.minFreeDiskSpaceBytes=${MORE_THAN_ANY_DISK}`],
    });
    try {
      await full.start();
      note(await untilNotReady(aggregator, 'VICTORIA_METRICS_READ_ONLY'));
      await pause(5_000);
    } finally {
      await full.stop();
      await database.start();
    }
    repaired();
    note(await untilReady(aggregator));
    const dropped = await metricOf(
      aggregator,
      'gomon_aggregator_log_lines_dropped_total',
    );
    if (dropped === 0)
      throw new Error('no line of the log was counted as lost');
    note(`${dropped} lines of the log lost and counted`);
  },
);
