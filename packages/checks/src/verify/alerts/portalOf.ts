import {
  alertsPortalSettings,
  logsPortalSettings,
  type RunningStack,
} from '@gomon/dev-stack';
import { Portal } from '../portal';

/** The entity whose alerts are looked at. */
export const AGGREGATOR = 'component/default/gomon-aggregator';

/** A portal that looks at a platform, shows its alerts and tells what it knows of its logs. */
export function portalOf({ urls }: RunningStack, dir: string): Promise<Portal> {
  return Portal.start(dir, {
    env: {
      KAFKA_BROKERS: urls.kafka,
      VICTORIA_METRICS_URL: urls.victoriaMetrics,
      GOMON_AGGREGATOR_URL: urls.aggregator,
      ...alertsPortalSettings({ urls }),
      ...logsPortalSettings({ urls }),
    },
    shows: /^alerts\./,
    known: AGGREGATOR,
  });
}
