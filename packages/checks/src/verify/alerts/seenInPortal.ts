import { alertsPortalSettings, type RunningStack } from '@gomon/dev-stack';
import { poison } from '@gomon/observability';
import type { Findings } from '../findings';
import { Portal } from '../portal';

const AGGREGATOR = 'component/default/gomon-aggregator';
const CHECK = 'alerts.firing';

/** What vmalert finds over the development VictoriaMetrics is seen with the component that it is about. */
export async function verifySeenInPortal(
  { urls }: RunningStack,
  dir: string,
  findings: Findings,
): Promise<void> {
  const portal = await Portal.start(dir, {
    env: {
      KAFKA_BROKERS: urls.kafka,
      VICTORIA_METRICS_URL: urls.victoriaMetrics,
      GOMON_AGGREGATOR_URL: urls.aggregator,
      ...alertsPortalSettings({ urls }),
    },
    shows: /^alerts\./,
    known: AGGREGATOR,
  });
  try {
    const quiet = await portal.waitFor(AGGREGATOR, CHECK, 'ok');
    findings.holds(
      'the portal, before anything is wrong',
      'says that no alert fires',
      quiet.saw,
      quiet.held,
    );
    await poison(urls.kafka, 'metrics-v4');
    const firing = await portal.waitFor(
      AGGREGATOR,
      CHECK,
      'degraded',
      /dead letters/,
    );
    findings.holds(
      'the portal, after a message that nobody can read',
      'shows the alert with the aggregator',
      firing.saw,
      firing.held,
    );
  } finally {
    await portal.stop();
  }
}
