import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { Pipeline } from '@gomon/plugin-gomon-common';
import { screen } from '@testing-library/react';
import { gomonApiRef } from '../api/GomonApi';
import { brokenMetrics, healthyMetrics } from '../__testUtils__/pipelines';
import { answer } from '../__testUtils__/render';
import { rootRouteRef } from '../routes';
import { HealthWidget } from './HealthWidget';

const show = (getPipelines: () => Promise<Pipeline[]>) =>
  renderInTestApp(<HealthWidget />, {
    apis: [[gomonApiRef, { getPipelines }]],
    mountedRoutes: {
      '/gomon': rootRouteRef,
      '/catalog/:namespace/:kind/:name': entityRouteRef,
    },
  });

const wayToThePage = () => screen.findByRole('link', { name: 'Open gomon' });

describe('HealthWidget', () => {
  it('says the cause and leads to the page', async () => {
    show(async () => [brokenMetrics()]);
    expect(
      await screen.findByRole('heading', { name: /VictoriaMetrics is down/ }),
    ).toBeInTheDocument();
    expect(await wayToThePage()).toHaveAttribute('href', '/gomon');
  });

  it('says that all is well', async () => {
    show(async () => [healthyMetrics()]);
    expect(
      await screen.findByText('The Metrics pipeline is healthy.'),
    ).toBeInTheDocument();
  });

  it('says why there is nothing to see, and still leads to the page', async () => {
    show(async () => {
      throw answer(403);
    });
    expect(
      await screen.findByText('You may not see the health of the platform.'),
    ).toBeInTheDocument();
    expect(await wayToThePage()).toBeInTheDocument();
  });

  it('leads to the page while it has no answer yet', async () => {
    show(() => new Promise(() => {}));
    expect(await wayToThePage()).toBeInTheDocument();
  });
});
