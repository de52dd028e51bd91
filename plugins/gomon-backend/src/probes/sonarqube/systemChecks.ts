import { CheckReport } from '@gomon/plugin-gomon-node';
import { SystemHealth, SystemStatus } from './SonarqubeClient';

/** Whether it does its job, as it says itself. */
export function systemCheck(
  title: string,
  { status, version }: SystemStatus,
): CheckReport {
  const common = { id: 'sonarqube.system', title: 'System' };
  if (status === 'UP') {
    return {
      ...common,
      status: 'ok',
      sentence: `${title}${version ? ` ${version}` : ''} is up.`,
    };
  }
  if (status === 'STARTING' || status === 'RESTARTING') {
    return {
      ...common,
      status: 'degraded',
      failure: 'own',
      sentence: `${title} is starting.`,
    };
  }
  const migration = status.startsWith('DB_MIGRATION');
  return {
    ...common,
    status: 'down',
    failure: 'own',
    hindersFlow: true,
    sentence: migration
      ? `${title} waits for its database to be migrated (${status}).`
      : `${title} says it is ${status}.`,
    action: migration
      ? {
          text: 'Back the database up, then start the migration at /setup of SonarQube.',
        }
      : undefined,
  };
}

/** What it thinks of its own health; with a token that may see it. */
export function healthCheck(
  title: string,
  { causes, health }: SystemHealth,
): CheckReport {
  const common = { id: 'sonarqube.health', title: 'Health' };
  if (health === 'GREEN') {
    return { ...common, status: 'ok', sentence: `${title} says it is green.` };
  }
  return {
    ...common,
    status: health === 'YELLOW' ? 'degraded' : 'down',
    failure: 'own',
    sentence: `${title} says it is ${health.toLowerCase()}: ${
      causes
        .map(cause => cause.slice(0, 200).replace(/\.$/, ''))
        .slice(0, 3)
        .join('; ') || 'it gives no reason'
    }.`,
  };
}
