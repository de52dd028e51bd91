import { Problem } from '../../problem';
import { waitUntil } from '../../processes/wait';
import { createVictoriaMetrics } from '../../victoriaMetrics/createVictoriaMetrics';
import { isHealthy } from '../../victoriaMetrics/isHealthy';
import type { ScrapeTargets } from '../../victoriaMetrics/scrapeConfig';
import type { PreparedPart, StackContext, StackPart } from '../part';

export const victoriaMetrics: StackPart = {
  name: 'victoria-metrics',
  title: 'VictoriaMetrics',
  portSetting:
    'set VICTORIA_METRICS_URL to the VictoriaMetrics that is to be used',
  portsOf: context =>
    context.env.VICTORIA_METRICS_URL ? [] : [context.ports.victoriaMetrics],
  addressOf: context => context.urls.victoriaMetrics,
  async prepare(context) {
    if (context.env.VICTORIA_METRICS_URL) {
      return runningVictoriaMetrics(context);
    }
    const server = await createVictoriaMetrics({
      dir: context.directories.state,
      logDir: context.directories.logs,
      port: context.ports.victoriaMetrics,
      scrape: context.with.includes('alerts') ? scrapeOf(context) : undefined,
    });
    return {
      components: [server],
      start: () => server.start(),
      isWorthShowing: line => /^\S+\t(warn|error|fatal|panic)\t/.test(line),
    };
  },
};

/** The figures that alert rules are about. */
function scrapeOf({ urls }: StackContext): ScrapeTargets {
  return {
    'gomon-aggregator': [new URL(urls.aggregator).host],
    'gomon-agent': [new URL(urls.agent).host],
    'gomon-portal': [new URL(urls.portalMetrics).host],
  };
}

function runningVictoriaMetrics({ urls }: StackContext): PreparedPart {
  return {
    components: [],
    external: 'VICTORIA_METRICS_URL',
    async start() {
      const url = urls.victoriaMetrics;
      if (!(await waitUntil(() => isHealthy(url), { withinMs: 10_000 }))) {
        throw new Problem(
          `The VictoriaMetrics of VICTORIA_METRICS_URL (${url}) does not answer /health: check that it runs, or unset VICTORIA_METRICS_URL to have one started.`,
        );
      }
    },
  };
}
