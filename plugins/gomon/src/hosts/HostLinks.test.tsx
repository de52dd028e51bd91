import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { HostLinks } from './HostLinks';

const agent = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: { name, annotations },
});

const dashboard = { 'gomon.io/host-dashboard': 'gomon-host' };

describe('HostLinks', () => {
  it('leads once into each dashboard of its environment, with range and host filled in', async () => {
    const entities = [
      agent('agent', dashboard),
      agent('agent-2', dashboard),
      agent('kafka', { 'grafana/overview-dashboard': 'gomon-pipeline' }),
      agent('elsewhere', {
        ...dashboard,
        'gomon.io/environment': 'production',
      }),
    ];
    renderInTestApp(
      <HostLinks instance="rack 1/a" environment="default" range="6h" />,
      {
        apis: [[catalogApiRef, catalogApiMock({ entities })]],
        config: { grafana: { domain: 'https://grafana.test' } },
      },
    );
    const links = await screen.findAllByRole('link', {
      name: /Dashboard gomon-host in Grafana/,
    });
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      'https://grafana.test/d/gomon-host?from=now-6h&to=now&var-host=rack+1%2Fa&var-instance=rack+1%2Fa',
    ]);
  });
});
