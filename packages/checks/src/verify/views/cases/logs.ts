import { logsViews } from '@gomon/portal-browser';
import type { ViewCase } from '../viewCase';

export const logs: ViewCase = {
  name: 'logs',
  part: 'logs',
  views: logsViews,
  settle: ({ judge }) => judge.stageIs('Elasticsearch', 'ok'),
  faults: [
    {
      state: 'Elasticsearch down',
      async make({ findings, judge, stack }) {
        findings.ran('yarn stack kill elasticsearch');
        await stack.components.elasticsearch.kill();
        await judge.stageIs('Elasticsearch', 'down');
      },
    },
  ],
};
