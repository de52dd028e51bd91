import { LoggerService, SchedulerService } from '@backstage/backend-plugin-api';
import { DeploymentRecorder } from './DeploymentRecorder';

/** A sync takes minutes: this is often enough to be believed, and seldom enough for a shared Argo CD. */
const EVERY = { seconds: 30 };

/** Asks Argo CD again and again, on one replica. */
export async function scheduleDeployments(
  scheduler: SchedulerService,
  logger: LoggerService,
  recorder: DeploymentRecorder,
): Promise<void> {
  await scheduler.scheduleTask({
    id: 'gomon-deployments',
    frequency: EVERY,
    timeout: { minutes: 2 },
    async fn(signal) {
      try {
        await recorder.run(new Date(), signal);
      } catch (error) {
        logger.warn('Deployments could not be recorded', error as Error);
      }
    },
  });
}
