import { metricsViews } from '@gomon/portal-browser';
import { stackCommand } from '../stackCommand';
import type { ViewCase } from '../viewCase';

/** The pages of `/gomon`, a component's tab and cards, the system's card and the widget of the home page. */
export const metrics: ViewCase = {
  name: 'metrics',
  views: metricsViews,
  settle: ({ judge }) => judge.stageIs('VictoriaMetrics', 'ok'),
  faults: [
    {
      state: 'VictoriaMetrics down',
      async make(place) {
        await stackCommand(place, 'kill', 'victoria-metrics');
        await place.judge.stageIs('VictoriaMetrics', 'down');
      },
      async mend(place) {
        await stackCommand(place, 'start', 'victoria-metrics');
        await place.judge.stageIs('VictoriaMetrics', 'ok');
      },
    },
  ],
};
