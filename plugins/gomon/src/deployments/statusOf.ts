import { Deployment, Status } from '@gomon/plugin-gomon-common';

/** Which of the portal's statuses an application is shown with. */
export function statusOf({ sync, health, problem }: Deployment): Status {
  const isIll = health === 'degraded' || health === 'missing';
  if (problem || sync === 'out-of-sync' || isIll) return 'degraded';
  return sync === 'unknown' || health === 'unknown' ? 'unknown' : 'ok';
}
