import { Entity } from '@backstage/catalog-model';
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
  areGomonLinksAvailable,
  EntityGomonDeploymentsCard,
  EntityGomonHealthCard,
  EntityGomonHealthContent,
  EntityGomonLinksCard,
  EntityGomonLogsContent,
  EntityGomonQualityCard,
  EntityGomonSystemHealthCard,
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
  getEntityLogs: async () => ({
    from: '2025-08-30T11:00:00Z',
    to: '2025-08-30T12:00:00Z',
    totalItems: 0,
    histogram: { step: 1800, points: [] },
    items: [],
    pageInfo: {},
  }),
  ...quietHistory,
};

const kafka = {
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Resource',
  metadata: { name: 'kafka', annotations: { 'gomon.io/stage': 'broker' } },
};

const show = (element: JSX.Element, entity: Entity = kafka) =>
  renderInTestApp(
    <TestApiProvider
      apis={[
        [gomonApiRef, api],
        [permissionApiRef, mockApis.permission()],
      ]}
    >
      <EntityProvider entity={entity}>{element}</EntityProvider>
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

  it('shows the Logs tab', async () => {
    await show(<EntityGomonLogsContent />);
    expect(await screen.findByText('No line in this time')).toBeInTheDocument();
  });

  it('shows the card of links, on entities that name a place', async () => {
    const dashed = {
      ...kafka,
      metadata: {
        name: 'kafka',
        annotations: { 'grafana/overview-dashboard': 'gomon-pipeline' },
      },
    };
    await show(<EntityGomonLinksCard />, dashed);
    expect(
      await screen.findByRole('heading', { name: 'Grafana and Kibana' }),
    ).toBeInTheDocument();
    expect(areGomonLinksAvailable(dashed)).toBe(true);
    expect(areGomonLinksAvailable(kafka)).toBe(false);
  });

  it('shows the roll-up card of a system', async () => {
    await show(<EntityGomonSystemHealthCard />, {
      ...kafka,
      kind: 'System',
      metadata: { name: 'gomon' },
      relations: [
        { type: 'hasPart', targetRef: 'resource:default/victoria-metrics' },
      ],
    });
    expect(
      await screen.findByRole('link', { name: /VictoriaMetrics/ }),
    ).toBeInTheDocument();
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
