import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { renderInTestApp, TestApiProvider } from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { gomonApiRef } from '../api/GomonApi';
import { kafkaHealth, quietHistory } from '../__testUtils__/health';
import { brokenMetrics } from '../__testUtils__/pipelines';
import {
  EntityGomonHealthCard,
  EntityGomonHealthContent,
  GomonPage,
  isGomonAvailable,
} from '.';

const api = {
  getPipelines: async () => [brokenMetrics()],
  getEntityHealth: async () => kafkaHealth(),
  ...quietHistory,
};

const kafka = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'kafka', annotations: { 'gomon.io/stage': 'broker' } },
};

const show = (element: JSX.Element) =>
  renderInTestApp(
    <TestApiProvider apis={[[gomonApiRef, api]]}>
      <EntityProvider entity={kafka}>{element}</EntityProvider>
    </TestApiProvider>,
    { mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef } },
  );

// What the views show is tested beside them; here, that they stand in an app of the old frontend system.
describe('in the old frontend system', () => {
  it('shows the page', async () => {
    await show(
      <Routes>
        <Route path="/" element={<GomonPage />} />
      </Routes>,
    );
    expect(
      await screen.findByRole('link', { name: 'VictoriaMetrics: down' }),
    ).toHaveAttribute(
      'href',
      '/catalog/default/resource/victoria-metrics/health',
    );
  });

  it('shows the Health tab', async () => {
    await show(<EntityGomonHealthContent />);
    expect(
      await screen.findByRole('region', { name: 'Health of Kafka' }),
    ).toBeInTheDocument();
  });

  it('shows the overview card', async () => {
    await show(<EntityGomonHealthCard />);
    expect(await screen.findByText('All 2 checks hold.')).toBeInTheDocument();
  });

  it('is available on entities with a stage, and on no others', () => {
    expect(isGomonAvailable(kafka)).toBe(true);
    expect(isGomonAvailable({ ...kafka, metadata: { name: 'x' } })).toBe(false);
  });
});
