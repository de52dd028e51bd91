import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { Lease } from '../database/Lease';
import { Engine } from './Engine';

/** Between two looks while something is undecided: three looks then take no longer than at the shortest usual interval. */
const SOON_MS = 5000;

/** What the schedule needs. */
export interface ScheduleOptions {
  engine: Pick<Engine, 'runCycle'>;
  lease: Pick<Lease, 'hold'>;
  scheduler: SchedulerService;
  logger: LoggerService;
  intervalMs: number;
  onChange(): Promise<void>;
  onCycle(result: 'done' | 'failed', seconds: number): void;
}

/**
 * Runs the engine on the scheduler: every replica of the backend wakes up at every interval, the one that holds the lease
 * works. While something that was seen does not count yet it looks again sooner, so that a longer interval saves work while
 * all is as it was, and costs little time when something breaks. `onChange` is called after cycles that changed what people see.
 */
export async function scheduleEngine(options: ScheduleOptions): Promise<void> {
  const { scheduler, intervalMs } = options;
  await scheduler.scheduleTask({
    id: 'gomon-engine',
    scope: 'local',
    frequency: { milliseconds: intervalMs },
    timeout: { milliseconds: Math.max(60_000, 2 * intervalMs) },
    async fn(signal) {
      const endsAt = Date.now() + intervalMs;
      while (await runOnce(options, signal)) {
        // The last look of this kind leaves room for the next one of the schedule.
        if (Date.now() + 2 * SOON_MS > endsAt) break;
        await pause(SOON_MS, signal);
        if (signal.aborted) break;
      }
    },
  });
}

/** One cycle, if this replica may. Resolves with whether the next should come soon. */
async function runOnce(
  { engine, lease, logger, onChange, onCycle }: ScheduleOptions,
  signal: AbortSignal,
): Promise<boolean> {
  const startedAt = performance.now();
  const told = (result: 'done' | 'failed') =>
    onCycle(result, (performance.now() - startedAt) / 1000);
  try {
    if (!(await lease.hold(new Date()))) return false;
    const { changed, undecided } = await engine.runCycle(new Date(), signal);
    told('done');
    if (changed) await onChange();
    return undecided;
  } catch (error) {
    told('failed');
    // The next cycle tries again; the scheduler would keep the error to itself.
    logger.error('A cycle of the health engine failed', error as Error);
    return false;
  }
}

/** Resolves after a time, or at once when the task is to stop. */
function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise(resolve => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
