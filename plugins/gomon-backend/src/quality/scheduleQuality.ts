import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { QualityRecorder } from './QualityRecorder';

/** Asks SonarQube again and again, on one replica, as often as the engine looks: what has not changed costs two small requests. */
export async function scheduleQuality(
  scheduler: SchedulerService,
  logger: LoggerService,
  recorder: QualityRecorder,
  intervalMs: number,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'gomon-quality',
    frequency: { milliseconds: intervalMs },
    timeout: { minutes: 2 },
    async fn(signal) {
      try {
        await recorder.run(new Date(), signal);
      } catch (error) {
        logger.warn('Code quality could not be recorded', error as Error);
      }
    },
  });
}
