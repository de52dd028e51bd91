import { shows } from './shows';
import type { View } from './view';

/** What a logs pipeline fills besides: its map, the lines of a component, and the stages' own pages. */
export const logsViews: View[] = [
  {
    name: 'logs pipeline',
    path: '/gomon/pipelines',
    ready: shows('region', 'Logs pipeline'),
  },
  {
    name: 'Logs tab',
    path: '/catalog/default/component/gomon-aggregator/logs',
    // With Elasticsearch away there are words in place of the lines; the filters are there in either case.
    ready: async page => {
      await shows('searchbox', 'Search lines')(page);
      await page
        .getByRole('region', { name: 'Lines, newest first' })
        .or(page.getByText('Elasticsearch, which holds the lines,'))
        .first()
        .waitFor();
    },
  },
  {
    name: 'Health tab of Elasticsearch',
    path: '/catalog/default/resource/elasticsearch/health',
    ready: shows('table', 'Checks'),
  },
  {
    name: 'overview of Logstash',
    path: '/catalog/default/resource/logstash',
    ready: shows('link', 'All checks'),
  },
];
