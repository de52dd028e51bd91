import { metricsViews } from '@gomon/portal-browser';
import type { ViewCase } from '../viewCase';

/** The pages of `/gomon`, a component's tab and cards, the system's card and the widget of the home page. */
export const metrics: ViewCase = {
  name: 'metrics',
  views: metricsViews,
  settle: ({ judge }) => judge.stageIs('VictoriaMetrics', 'ok'),
  faults: [
    {
      state: 'VictoriaMetrics down',
      async make({ findings, judge, stack }) {
        findings.ran('yarn stack kill victoria-metrics');
        await stack.components['victoria-metrics'].kill();
        await judge.stageIs('VictoriaMetrics', 'down');
      },
      async mend({ findings, judge, stack }) {
        findings.ran('yarn stack start victoria-metrics');
        await stack.components['victoria-metrics'].start();
        await judge.stageIs('VictoriaMetrics', 'ok');
      },
    },
  ],
};
