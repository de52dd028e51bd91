import { renderInTestApp } from '@backstage/frontend-test-utils';
import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen } from '@testing-library/react';
import { LinksCard } from './LinksCard';

const aggregator = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Component',
  metadata: {
    name: 'aggregator',
    annotations: {
      'grafana/overview-dashboard': 'gomon-fleet',
      'gomon.io/kibana-data-view': 'logs',
    },
  },
};

describe('LinksCard', () => {
  it('says where each link leads and how far back, and what to add for the others', async () => {
    renderInTestApp(
      <EntityProvider entity={aggregator}>
        <LinksCard />
      </EntityProvider>,
      { config: { grafana: { domain: 'https://grafana.test' } } },
    );
    expect(
      await screen.findByRole('link', {
        name: /Dashboard gomon-fleet in Grafana, range 1.d/,
      }),
    ).toHaveAttribute(
      'href',
      'https://grafana.test/d/gomon-fleet?from=now-24h&to=now',
    );
    expect(
      screen.getByText(/nobody has told the portal where Kibana is/),
    ).toBeInTheDocument();
  });
});
