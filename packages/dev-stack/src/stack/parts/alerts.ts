import { join } from 'node:path';
import { createVmalert } from '../../alerts/createVmalert';
import { repositoryRoot } from '../../directories';
import { baseUrlOf } from '../../victoriaMetrics/isHealthy';
import type { StackPart } from '../part';

/** Written from packages/observability. */
const RULES = join(repositoryRoot, 'k8s/monitoring/vmalert/rules.yaml');

/** vmalert over the stack's VictoriaMetrics; the portal shows what fires. */
export const alerts: StackPart = {
  name: 'alerts',
  title: 'alerts',
  optional: true,
  portsOf: context => [context.ports.vmalert],
  addressOf: context => context.urls.vmalert,
  async prepare({ directories, ports, urls }) {
    const vmalert = await createVmalert({
      dir: directories.state,
      logDir: directories.logs,
      port: ports.vmalert,
      victoriaMetricsUrl: baseUrlOf(urls.victoriaMetrics),
      rules: RULES,
    });
    return {
      components: [vmalert],
      start: () => vmalert.start(),
      isWorthShowing: line => /\t(warn|error|fatal|panic)\t/.test(line),
    };
  },
};
