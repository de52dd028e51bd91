import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { gomonApiRef } from '../api/GomonApi';
import { brokenMetrics } from '../__testUtils__/pipelines';
import { rootRouteRef } from '../routes';
import { HealthWidget } from './HealthWidget';

describe('HealthWidget', () => {
  it('says the cause and leads to the page', async () => {
    renderInTestApp(<HealthWidget />, {
      apis: [[gomonApiRef, { getPipelines: async () => [brokenMetrics()] }]],
      mountedRoutes: {
        '/gomon': rootRouteRef,
        '/catalog/:namespace/:kind/:name': entityRouteRef,
      },
    });
    expect(
      await screen.findByRole('heading', { name: /VictoriaMetrics is down/ }),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open gomon' })).toHaveAttribute(
      'href',
      '/gomon',
    );
  });
});
