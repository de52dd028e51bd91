import {
  EntityDeployments,
  gomonHealthReadPermission,
} from '@gomon/plugin-gomon-common';
import { SUSPECT_MS, withFailures } from '../deployments/wentBad';
import type { ApiRouter, RouterOptions } from './createRouter';
import { entityRefOf } from './parameters';

/** Transitions that are looked through for failures after deployments. */
const MAX_TRANSITIONS = 1000;

/** `GET /entities/{kind}/{namespace}/{name}/deployments`. */
export function addDeploymentsRoute(
  router: ApiRouter,
  { access, deployments, events }: RouterOptions,
): void {
  router.get(
    '/entities/:kind/:namespace/:name/deployments',
    async (request, response) => {
      const credentials = await access.require(
        request,
        gomonHealthReadPermission,
      );
      const entityRef = entityRefOf(request.params);
      await access.component(entityRef, credentials);
      const found: EntityDeployments = (await deployments.find(entityRef)) ?? {
        entityRef,
        status: 'pending',
        deployments: [],
      };
      response.json({
        ...found,
        deployments: await Promise.all(
          found.deployments.map(async deployment => {
            const moments = deployment.history.map(own =>
              Date.parse(own.deployedAt),
            );
            if (moments.length === 0) return deployment;
            const { within } = await events.transitionsOf(
              entityRef,
              new Date(Math.min(...moments)),
              new Date(Math.max(...moments) + SUSPECT_MS),
              MAX_TRANSITIONS,
            );
            return withFailures(deployment, within);
          }),
        ),
      });
    },
  );
}
