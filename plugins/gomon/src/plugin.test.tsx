import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { EntityContentBlueprint } from '@backstage/plugin-catalog-react/alpha';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { gomonApiRef } from './api/GomonApi';
import { gomonPlugin } from './plugin';
import { healthyMetrics } from './__testUtils__/pipelines';

describe('the plugin', () => {
  it('leads from /gomon to the pipelines', async () => {
    renderTestApp({
      features: [gomonPlugin],
      apis: [[gomonApiRef, { getPipelines: async () => [healthyMetrics()] }]],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
      initialRouteEntries: ['/gomon'],
    });
    expect(
      await screen.findByRole('region', { name: 'Metrics pipeline' }),
    ).toBeInTheDocument();
    expect(screen.getByRole('tab', { name: 'Pipelines' })).toBeInTheDocument();
  });

  it.each([
    [{ 'gomon.io/stage': 'broker' }, true],
    [{ 'backstage.io/kubernetes-id': 'x' }, false],
    [undefined, false],
  ])('shows the Health tab on entities with %j: %s', (annotations, shown) => {
    const tab = createExtensionTester(
      gomonPlugin.getExtension('entity-content:gomon/health'),
    );
    const filter = tab.get(EntityContentBlueprint.dataRefs.filterFunction);
    expect(
      filter?.({
        apiVersion: 'backstage.io/v1alpha1',
        kind: 'Component',
        metadata: { name: 'c', annotations },
      }),
    ).toBe(shown);
  });
});
