import { stringifyEntityRef } from '@backstage/catalog-model';
import { NotFoundError } from '@backstage/errors';
import {
  ANNOTATION_STAGE,
  EntityHealth,
  gomonHealthReadPermission,
} from '@gomon/plugin-gomon-common';
import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { RouterOptions } from './createRouter';
import { entityRefOf } from './parameters';

/** `GET /entities/{kind}/{namespace}/{name}/health`. */
export function entityHealthRoute({
  access,
  components,
}: RouterOptions): Router {
  const router = PromiseRouter();

  router.get(
    '/entities/:kind/:namespace/:name/health',
    async (request, response) => {
      const credentials = await access.require(
        request,
        gomonHealthReadPermission,
      );
      const entityRef = entityRefOf(request.params);
      const entity = await access.entity(entityRef, credentials);
      if (!entity?.metadata.annotations?.[ANNOTATION_STAGE]) {
        throw new NotFoundError(
          'There is no such entity, or it is no component of gomon',
        );
      }
      const health = await components.health(stringifyEntityRef(entity));
      if (!health) {
        response.json(
          notLookedYet(
            entityRef,
            entity.metadata.title ?? entity.metadata.name,
          ),
        );
        return;
      }
      const readable = await access.readable(health.affectedBy, credentials);
      response.json({
        ...health,
        affectedBy: health.affectedBy.filter(ref => readable.has(ref)),
      } satisfies EntityHealth);
    },
  );

  return router;
}

function notLookedYet(entityRef: string, title: string): EntityHealth {
  return {
    entityRef,
    title,
    status: 'unknown',
    affectedBy: [],
    checks: [],
    figures: [],
    links: [],
    runbook: [],
  };
}
