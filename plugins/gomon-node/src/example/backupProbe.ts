import { Probe } from '../probe';
import { CheckReport } from '../report';

const LIMIT_HOURS = 26;

/**
 * The example of the README: watches the nightly backups of databases.
 *
 * @param newestBackups - asks the system behind once, for all databases
 */
export function backupProbe(
  newestBackups: (signal: AbortSignal) => Promise<Map<string, Date>>,
): Probe {
  return {
    id: 'backup',
    stages: ['database'],
    async look({ components, now, signal }) {
      const backups = await newestBackups(signal);
      return {
        components: components.map(({ entityRef, title }) => ({
          entityRef,
          checks: [checkOf(title, backups.get(entityRef), now)],
        })),
      };
    },
  };
}

function checkOf(title: string, at: Date | undefined, now: Date): CheckReport {
  const common = { id: 'backup.age', title: 'Backup' };
  if (!at) {
    const sentence = `No backup of ${title} has been seen.`;
    return { ...common, status: 'unknown', failure: 'own', sentence };
  }
  const hours = (now.getTime() - at.getTime()) / 3_600_000;
  const late = hours > LIMIT_HOURS;
  return {
    ...common,
    status: late ? 'degraded' : 'ok',
    failure: late ? 'own' : undefined,
    sentence: `The newest backup of ${title} is ${hours.toFixed(0)} h old.`,
    value: hours * 3600,
    unit: 'seconds',
    threshold: LIMIT_HOURS * 3600,
  };
}
