import { gomonHealthReadPermission } from '@gomon/plugin-gomon-common';
import type { ApiRouter, RouterOptions } from './createRouter';
import { entityRefOf } from './parameters';

/** `GET /entities/{kind}/{namespace}/{name}/quality`. */
export function addQualityRoute(
  router: ApiRouter,
  { access, quality }: RouterOptions,
): void {
  router.get(
    '/entities/:kind/:namespace/:name/quality',
    async (request, response) => {
      const credentials = await access.require(
        request,
        gomonHealthReadPermission,
      );
      const entityRef = entityRefOf(request.params);
      await access.component(entityRef, credentials);
      response.json(
        (await quality.find(entityRef)) ?? {
          entityRef,
          status: 'pending',
          projects: [],
        },
      );
    },
  );
}
