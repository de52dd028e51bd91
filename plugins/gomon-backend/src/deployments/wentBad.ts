import { Deployment, HealthEvent, Status } from '@gomon/plugin-gomon-common';

/** What fails later than this after a deployment has more likely another reason. */
export const SUSPECT_MS = 30 * 60_000;

const FAILURES: readonly (Status | undefined)[] = ['degraded', 'down'];

/** Puts to each deployment the first failure of the component that followed it, soon and before the next one. */
export function withFailures(
  deployment: Deployment,
  transitions: readonly HealthEvent[],
): Deployment {
  const { history } = deployment;
  return {
    ...deployment,
    history: history.map((own, index) => {
      const at = Date.parse(own.deployedAt);
      // Newest first: the next deployment stands before this one.
      const next = history[index - 1];
      const end = Math.min(
        at + SUSPECT_MS,
        next ? Date.parse(next.deployedAt) : Infinity,
      );
      const failure = transitions.find(event => {
        const moment = Date.parse(event.at);
        // Without a status before it, it may have been so for long.
        const isNew = event.from !== undefined && FAILURES.includes(event.to);
        return isNew && moment >= at && moment < end;
      });
      return failure?.to
        ? { ...own, wentBad: { at: failure.at, to: failure.to } }
        : own;
    }),
  };
}
