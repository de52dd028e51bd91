import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import { permissionApiRef } from '@backstage/plugin-permission-react';
import {
  mockApis,
  renderInTestApp,
  TestApiProvider,
} from '@backstage/test-utils';
import { screen } from '@testing-library/react';
import { Route, Routes } from 'react-router-dom';
import { gomonApiRef } from '../api/GomonApi';
import { kafkaHealth, quietHistory } from '../__testUtils__/health';
import { brokenMetrics } from '../__testUtils__/pipelines';
import {
  areGomonDeploymentsAvailable,
  EntityGomonDeploymentsCard,
  EntityGomonHealthCard,
  EntityGomonHealthContent,
  EntityGomonQualityCard,
  GomonPage,
  isGomonAvailable,
  isGomonQualityAvailable,
} from '.';

const api = {
  getPipelines: async () => [brokenMetrics()],
  getEntityHealth: async () => kafkaHealth(),
  getEntityDeployments: async () => ({
    entityRef: 'resource:default/kafka',
    status: 'not-found' as const,
    asked: 'gomon',
    deployments: [],
  }),
  getEntityQuality: async () => ({
    entityRef: 'resource:default/kafka',
    status: 'pending' as const,
    projects: [],
  }),
  ...quietHistory,
};

const kafka = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'kafka', annotations: { 'gomon.io/stage': 'broker' } },
};

const show = (element: JSX.Element) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [gomonApiRef, api],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
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

  it('shows the card of deployments, on entities that name an application', async () => {
    await show(<EntityGomonDeploymentsCard />);
    expect(
      await screen.findByText('Argo CD has no application gomon.'),
    ).toBeInTheDocument();
    const deployed = {
      'gomon.io/stage': 'broker',
      'argocd/app-name': 'gomon',
    };
    expect(areGomonDeploymentsAvailable(kafka)).toBe(false);
    expect(
      areGomonDeploymentsAvailable({
        ...kafka,
        metadata: { name: 'kafka', annotations: deployed },
      }),
    ).toBe(true);
  });

  it('shows the card of code quality, on entities that name a project', async () => {
    await show(<EntityGomonQualityCard />);
    expect(
      await screen.findByText('gomon has not asked SonarQube yet.'),
    ).toBeInTheDocument();
    const analysed = {
      'gomon.io/stage': 'broker',
      'sonarqube.org/project-key': 'gomon',
    };
    expect(isGomonQualityAvailable(kafka)).toBe(false);
    expect(
      isGomonQualityAvailable({
        ...kafka,
        metadata: { name: 'kafka', annotations: analysed },
      }),
    ).toBe(true);
  });

  it('is available on entities with a stage, and on no others', () => {
    expect(isGomonAvailable(kafka)).toBe(true);
    expect(isGomonAvailable({ ...kafka, metadata: { name: 'x' } })).toBe(false);
  });
});
