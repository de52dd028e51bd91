import { renderInTestApp } from '@backstage/frontend-test-utils';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { catalogApiMock } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import { HostLinks } from './HostLinks';

const entity = (name: string, annotations: Record<string, string>) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name, annotations },
});

const dashboard = { 'grafana/overview-dashboard': 'gomon-hosts' };

function renderLinks() {
  const entities = [
    entity('grafana', { 'gomon.io/stage': 'dashboard', ...dashboard }),
    entity('agent', { 'gomon.io/stage': 'agent', ...dashboard }),
    entity('kafka', { 'gomon.io/stage': 'broker', ...dashboard }),
    entity('other', {
      'gomon.io/stage': 'agent',
      'gomon.io/environment': 'production',
      'grafana/overview-dashboard': 'of-production',
    }),
  ];
  renderInTestApp(<HostLinks instance="rack 1/a" range="6h" />, {
    apis: [[catalogApiRef, catalogApiMock({ entities })]],
    config: { grafana: { domain: 'https://grafana.test' } },
  });
}

describe('HostLinks', () => {
  it('leads once into each dashboard of its environment, with range and host filled in', async () => {
    renderLinks();
    const links = await screen.findAllByRole('link', { name: /in Grafana/ });
    expect(links.map(link => link.getAttribute('href'))).toEqual([
      'https://grafana.test/d/gomon-hosts?from=now-6h&to=now&var-instance=rack+1%2Fa',
    ]);
  });
});
