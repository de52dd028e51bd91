import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
  SubPageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { HomePageWidgetBlueprint } from '@backstage/plugin-home-react/alpha';
import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_SELECTOR,
  ANNOTATION_KIBANA_DATA_VIEW,
  ANNOTATION_SONARQUBE_PROJECT_KEY,
  ANNOTATION_STAGE,
} from '@gomon/plugin-gomon-common';
import { RiFileListLine, RiPulseLine } from '@remixicon/react';
import { gomonApiRef } from './api/GomonApi';
import { GomonClient } from './api/GomonClient';
import { HEALTH_TAB_PATH } from './entity/useHealthPath';
import {
  ANNOTATION_DASHBOARD_SELECTOR,
  ANNOTATION_OVERVIEW_DASHBOARD,
} from './links/grafana';
import { rootRouteRef } from './routes';

/** Components that stand in a pipeline. */
const hasStage = {
  [`metadata.annotations.${ANNOTATION_STAGE}`]: { $exists: true },
};

const gomonApi = ApiBlueprint.make({
  params: defineParams =>
    defineParams({
      api: gomonApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new GomonClient(deps),
    }),
});

const page = PageBlueprint.make({
  params: {
    path: '/gomon',
    title: 'gomon',
    icon: <RiPulseLine />,
    routeRef: rootRouteRef,
  },
});

const pipelinesPage = SubPageBlueprint.make({
  name: 'pipelines',
  params: {
    path: 'pipelines',
    title: 'Pipelines',
    loader: () =>
      import('./overview/PipelinesPage').then(({ PipelinesPage }) => (
        <PipelinesPage />
      )),
  },
});

const hostsPage = SubPageBlueprint.make({
  name: 'hosts',
  params: {
    path: 'hosts',
    title: 'Hosts',
    loader: () =>
      import('./hosts/HostsPage').then(({ HostsPage }) => <HostsPage />),
  },
});

const timelinePage = SubPageBlueprint.make({
  name: 'timeline',
  params: {
    path: 'timeline',
    title: 'Timeline',
    loader: () =>
      import('./timeline/TimelinePage').then(({ TimelinePage }) => (
        <TimelinePage />
      )),
  },
});

const setupPage = SubPageBlueprint.make({
  name: 'setup',
  params: {
    path: 'setup',
    title: 'Setup',
    loader: () =>
      import('./setup/SetupPage').then(({ SetupPage }) => <SetupPage />),
  },
});

const healthTab = EntityContentBlueprint.make({
  name: 'health',
  params: {
    path: HEALTH_TAB_PATH,
    title: 'Health',
    icon: <RiPulseLine />,
    filter: hasStage,
    loader: () =>
      import('./entity/HealthTab').then(({ HealthTab }) => <HealthTab />),
  },
});

const logsTab = EntityContentBlueprint.make({
  name: 'logs',
  params: {
    path: '/logs',
    title: 'Logs',
    icon: <RiFileListLine />,
    filter: hasStage,
    loader: () => import('./logs/LogsTab').then(({ LogsTab }) => <LogsTab />),
  },
});

const healthCard = EntityCardBlueprint.make({
  name: 'health',
  params: {
    type: 'info',
    filter: hasStage,
    loader: () =>
      import('./entity/HealthCard').then(({ HealthCard }) => <HealthCard />),
  },
});

const linksCard = EntityCardBlueprint.make({
  name: 'links',
  params: {
    type: 'info',
    filter: {
      $any: [
        {
          [`metadata.annotations.${ANNOTATION_OVERVIEW_DASHBOARD}`]: {
            $exists: true,
          },
        },
        {
          [`metadata.annotations.${ANNOTATION_DASHBOARD_SELECTOR}`]: {
            $exists: true,
          },
        },
        {
          [`metadata.annotations.${ANNOTATION_KIBANA_DATA_VIEW}`]: {
            $exists: true,
          },
        },
      ],
    },
    loader: () =>
      import('./links/LinksCard').then(({ LinksCard }) => <LinksCard />),
  },
});

const deploymentsCard = EntityCardBlueprint.make({
  name: 'deployments',
  params: {
    type: 'info',
    filter: {
      $all: [
        hasStage,
        {
          $any: [
            {
              [`metadata.annotations.${ANNOTATION_ARGOCD_APP_NAME}`]: {
                $exists: true,
              },
            },
            {
              [`metadata.annotations.${ANNOTATION_ARGOCD_APP_SELECTOR}`]: {
                $exists: true,
              },
            },
          ],
        },
      ],
    },
    loader: () =>
      import('./deployments/DeploymentsCard').then(({ DeploymentsCard }) => (
        <DeploymentsCard />
      )),
  },
});

const qualityCard = EntityCardBlueprint.make({
  name: 'quality',
  params: {
    type: 'info',
    filter: {
      $all: [
        hasStage,
        {
          [`metadata.annotations.${ANNOTATION_SONARQUBE_PROJECT_KEY}`]: {
            $exists: true,
          },
        },
      ],
    },
    loader: () =>
      import('./quality/QualityCard').then(({ QualityCard }) => (
        <QualityCard />
      )),
  },
});

const systemCard = EntityCardBlueprint.make({
  name: 'system-health',
  params: {
    type: 'content',
    filter: { kind: 'system' },
    loader: () =>
      import('./system/SystemHealthCard').then(({ SystemHealthCard }) => (
        <SystemHealthCard />
      )),
  },
});

const homeWidget = HomePageWidgetBlueprint.make({
  name: 'health',
  params: {
    name: 'GomonHealth',
    title: 'gomon',
    description: 'What is wrong, and what to do',
    components: () =>
      import('./home/HealthWidget').then(({ HealthWidget }) => ({
        Content: HealthWidget,
      })),
  },
});

/**
 * The portal's views of gomon: the page with its pipelines, the Health tab and the overview card of components.
 *
 * @public
 */
export const gomonPlugin = createFrontendPlugin({
  pluginId: 'gomon',
  title: 'gomon',
  icon: <RiPulseLine />,
  info: { packageJson: () => import('../package.json') },
  routes: { root: rootRouteRef },
  extensions: [
    gomonApi,
    page,
    pipelinesPage,
    hostsPage,
    timelinePage,
    setupPage,
    healthTab,
    logsTab,
    healthCard,
    linksCard,
    deploymentsCard,
    qualityCard,
    systemCard,
    homeWidget,
  ],
});
