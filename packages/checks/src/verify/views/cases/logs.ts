import { logsViews } from '@gomon/portal-browser';
import { stackCommand } from '../stackCommand';
import type { ViewCase } from '../viewCase';

export const logs: ViewCase = {
  name: 'logs',
  part: 'logs',
  views: logsViews,
  settle: ({ judge }) => judge.stageIs('Elasticsearch', 'ok'),
  faults: [
    {
      state: 'Elasticsearch down',
      async make(place) {
        await stackCommand(place, 'kill', 'elasticsearch');
        await place.judge.stageIs('Elasticsearch', 'down');
      },
    },
  ],
};
