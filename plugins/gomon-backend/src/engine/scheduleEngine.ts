import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Lease } from '../database/Lease';
import { Engine } from './Engine';

/**
 * Runs the engine on the scheduler: every replica of the backend wakes up at every interval, the one that holds the lease
 * works. `onChange` is called after cycles that changed what people see.
 */
export async function scheduleEngine(options: {
  engine: Engine;
  lease: Lease;
  scheduler: SchedulerService;
  logger: LoggerService;
  intervalMs: number;
  onChange(): Promise<void>;
  onCycle(result: 'done' | 'failed', seconds: number): void;
}): Promise<void> {
  const { engine, lease, scheduler, logger, intervalMs } = options;
  await scheduler.scheduleTask({
    id: 'gomon-engine',
    scope: 'local',
    frequency: { milliseconds: intervalMs },
    timeout: { milliseconds: Math.max(60_000, 2 * intervalMs) },
    async fn(signal) {
      const startedAt = performance.now();
      const told = (result: 'done' | 'failed') =>
        options.onCycle(result, (performance.now() - startedAt) / 1000);
      try {
        if (!(await lease.hold(new Date()))) return;
        const { changed } = await engine.runCycle(new Date(), signal);
        told('done');
        if (changed) await options.onChange();
      } catch (error) {
        told('failed');
        // The next cycle tries again; the scheduler would keep the error to itself.
        logger.error('A cycle of the health engine failed', error as Error);
      }
    },
  });
}
