import { EntityProvider } from '@backstage/plugin-catalog-react';
import { screen, waitFor } from '@testing-library/react';
import { brokenMetrics } from '../__testUtils__/pipelines';
import { renderWithGomon } from '../__testUtils__/render';
import { SystemHealthCard } from './SystemHealthCard';

const system = (...parts: string[]) => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'System',
  metadata: { name: 'gomon' },
  relations: parts.map(targetRef => ({ type: 'hasPart', targetRef })),
});

describe('SystemHealthCard', () => {
  it('lists the components of the system, worst first', async () => {
    renderWithGomon(
      <EntityProvider
        entity={system(
          'resource:default/kafka',
          'component:default/gomon-aggregator',
          'resource:default/victoria-metrics',
        )}
      >
        <SystemHealthCard />
      </EntityProvider>,
      { getPipelines: async () => [brokenMetrics()] },
    );
    await screen.findByRole('link', { name: 'Kafka: ok' });
    expect(
      screen.getAllByRole('link').map(link => link.getAttribute('aria-label')),
    ).toEqual([
      'VictoriaMetrics: down',
      'gomon aggregator: degraded',
      'Kafka: ok',
    ]);
  });

  it('is not there on a system that gomon does not know', async () => {
    const getPipelines = jest.fn(async () => [brokenMetrics()]);
    renderWithGomon(
      <EntityProvider entity={system('component:default/other')}>
        <p>beside it</p>
        <SystemHealthCard />
      </EntityProvider>,
      { getPipelines },
    );
    await screen.findByText('beside it');
    expect(getPipelines).toHaveBeenCalled();
    await waitFor(() => expect(screen.queryByText('Health')).toBeNull());
  });
});
