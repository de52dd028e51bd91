import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { gomonApiRef } from '../api/GomonApi';
import { GomonClient } from '../api/GomonClient';
import { rootRouteRef } from '../routes';

/**
 * gomon, for `createApp` of `@backstage/app-defaults`.
 *
 * @public
 */
export const gomonPlugin = createPlugin({
  id: 'gomon',
  routes: { root: rootRouteRef },
  apis: [
    createApiFactory({
      api: gomonApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: deps => new GomonClient(deps),
    }),
  ],
});

/**
 * The page. Mount it at `/gomon`.
 *
 * @public
 */
export const GomonPage: () => JSX.Element | null = gomonPlugin.provide(
  createRoutableExtension({
    name: 'GomonPage',
    component: () => import('./LegacyPage').then(module => module.LegacyPage),
    mountPoint: rootRouteRef,
  }),
);

/**
 * Content of the Health tab. Mount it at `/health` of an entity page, which is where the page's links lead.
 *
 * @public
 */
export const EntityGomonHealthContent: () => JSX.Element | null =
  gomonPlugin.provide(
    createComponentExtension({
      name: 'EntityGomonHealthContent',
      component: {
        lazy: () =>
          import('../entity/HealthTab').then(module => module.HealthTab),
      },
    }),
  );

/**
 * Content of the Logs tab. Mount it at `/logs` of an entity page.
 *
 * @public
 */
export const EntityGomonLogsContent: () => JSX.Element | null =
  gomonPlugin.provide(
    createComponentExtension({
      name: 'EntityGomonLogsContent',
      component: {
        lazy: () => import('../logs/LogsTab').then(module => module.LogsTab),
      },
    }),
  );

/**
 * The card for the overview of an entity page.
 *
 * @public
 */
export const EntityGomonHealthCard: () => JSX.Element | null =
  gomonPlugin.provide(
    createComponentExtension({
      name: 'EntityGomonHealthCard',
      component: {
        lazy: () =>
          import('../entity/HealthCard').then(module => module.HealthCard),
      },
    }),
  );

/**
 * The card that leads into Grafana and Kibana.
 *
 * @public
 */
export const EntityGomonLinksCard: () => JSX.Element | null =
  gomonPlugin.provide(
    createComponentExtension({
      name: 'EntityGomonLinksCard',
      component: {
        lazy: () =>
          import('../links/LinksCard').then(module => module.LinksCard),
      },
    }),
  );

/**
 * The card of what Argo CD deploys.
 *
 * @public
 */
export const EntityGomonDeploymentsCard: () => JSX.Element | null =
  gomonPlugin.provide(
    createComponentExtension({
      name: 'EntityGomonDeploymentsCard',
      component: {
        lazy: () =>
          import('../deployments/DeploymentsCard').then(
            module => module.DeploymentsCard,
          ),
      },
    }),
  );

/**
 * The card of the quality gate's verdict.
 *
 * @public
 */
export const EntityGomonQualityCard: () => JSX.Element | null =
  gomonPlugin.provide(
    createComponentExtension({
      name: 'EntityGomonQualityCard',
      component: {
        lazy: () =>
          import('../quality/QualityCard').then(module => module.QualityCard),
      },
    }),
  );

/**
 * The roll-up card of a system.
 *
 * @public
 */
export const EntityGomonSystemHealthCard: () => JSX.Element | null =
  gomonPlugin.provide(
    createComponentExtension({
      name: 'EntityGomonSystemHealthCard',
      component: {
        lazy: () =>
          import('../system/SystemHealthCard').then(
            module => module.SystemHealthCard,
          ),
      },
    }),
  );
