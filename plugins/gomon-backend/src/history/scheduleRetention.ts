import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';

/** Something that grows old in the database. */
export interface Perishable {
  what: string;
  keepMs: number;
  deleteBefore(moment: Date): Promise<number>;
}

/** Deletes what is older than it is to be kept, once an hour on one replica. */
export async function scheduleRetention(
  scheduler: SchedulerService,
  logger: LoggerService,
  perishables: readonly Perishable[],
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'gomon-retention',
    frequency: { hours: 1 },
    timeout: { minutes: 10 },
    initialDelay: { minutes: 1 },
    async fn() {
      const now = Date.now();
      for (const { what, keepMs, deleteBefore } of perishables) {
        const deleted = await deleteBefore(new Date(now - keepMs));
        if (deleted > 0) logger.info(`Deleted ${deleted} old ${what}`);
      }
    },
  });
}
