import {
  EntityHealth,
  EntityHistory,
  gomonHealthReadPermission,
} from '@gomon/plugin-gomon-common';
import { sharesOfTime } from '../history/shares';
import { rangeOf } from '../history/range';
import type { ApiRouter, RouterOptions } from './createRouter';
import { entityRefOf } from './parameters';
import type { VisibleEntity } from './Visibility';

/** Transitions in one answer. */
const MAX_TRANSITIONS = 1000;

/** `GET /entities/{kind}/{namespace}/{name}/health`, `/history` and `/series`. */
export function addEntityRoutes(
  router: ApiRouter,
  { access, components, events, figures, silences }: RouterOptions,
): void {
  router.get(
    '/entities/:kind/:namespace/:name/health',
    async (request, response) => {
      const credentials = await access.require(
        request,
        gomonHealthReadPermission,
      );
      const entityRef = entityRefOf(request.params);
      const entity = await access.component(entityRef, credentials);
      const health = await components.health(entityRef);
      if (!health) {
        response.json(notLookedYet(entity));
        return;
      }
      const readable = await access.readable(health.affectedBy, credentials);
      response.json({
        ...health,
        affectedBy: health.affectedBy.filter(ref => readable.has(ref)),
        silences: await silences.active(new Date(), entityRef),
      });
    },
  );

  router.get(
    '/entities/:kind/:namespace/:name/history',
    async (request, response) => {
      const credentials = await access.require(
        request,
        gomonHealthReadPermission,
      );
      const entityRef = entityRefOf(request.params);
      const { from, to } = rangeOf(request.query, new Date());
      await access.component(entityRef, credentials);
      const { before, within } = await events.transitionsOf(
        entityRef,
        from,
        to,
        MAX_TRANSITIONS,
      );
      const causes = within.flatMap(event => event.causes ?? []);
      const readable = await access.readable(causes, credentials);
      const history: EntityHistory = {
        entityRef,
        from: from.toISOString(),
        to: to.toISOString(),
        transitions: within.map(event => ({
          ...event,
          causes: event.causes?.filter(ref => readable.has(ref)),
        })),
        shares: sharesOfTime(before, within, from, to),
      };
      response.json(history);
    },
  );

  router.get(
    '/entities/:kind/:namespace/:name/series',
    async (request, response) => {
      const credentials = await access.require(
        request,
        gomonHealthReadPermission,
      );
      const entityRef = entityRefOf(request.params);
      const range = rangeOf(request.query, new Date());
      await access.component(entityRef, credentials);
      response.json(await figures.series(entityRef, range));
    },
  );
}

function notLookedYet({ entityRef, title }: VisibleEntity): EntityHealth {
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
