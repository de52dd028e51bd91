import { shows } from './shows';
import type { View } from './view';

/** What a code-quality pipeline fills besides: its map, the card of the quality gate, and the conditions as checks. */
export const codeQualityViews: View[] = [
  {
    name: 'code-quality pipeline',
    path: '/gomon/pipelines',
    ready: shows('region', 'Code quality pipeline'),
  },
  {
    name: 'quality-gate card',
    path: '/catalog/default/component/gomon-aggregator',
    ready: async page => {
      await shows('heading', 'Code quality')(page);
      await page
        .getByText(/ (passes|fails) gomon-quality-gate|SonarQube does not/)
        .first()
        .waitFor();
    },
  },
  {
    name: 'Health tab of SonarQube',
    path: '/catalog/default/resource/sonarqube/health',
    ready: shows('table', 'Checks'),
  },
  {
    name: 'overview of PostgreSQL',
    path: '/catalog/default/resource/postgresql',
    ready: shows('link', 'All checks'),
  },
];
