import type { RunningStack } from '@gomon/dev-stack';
import { poison } from '@gomon/observability';
import type { Findings } from '../findings';
import type { Portal } from '../portal';
import { AGGREGATOR } from './portalOf';

const CHECK = 'alerts.firing';

/** What vmalert finds over the development VictoriaMetrics is seen with the component that it is about. */
export async function verifySeenInPortal(
  { urls }: RunningStack,
  portal: Portal,
  findings: Findings,
): Promise<void> {
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
}
