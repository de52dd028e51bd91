import {
  EntityHealth,
  EntitySummary,
  gomonHealthReadPermission,
} from '@gomon/plugin-gomon-common';
import { isBad } from '../engine/hysteresis';
import type { ApiRouter, RouterOptions } from './createRouter';
import { limitOf, listOf, statusesOf } from './parameters';

/** `GET /entities`: the health of many components. */
export function addEntitiesRoute(
  router: ApiRouter,
  { access, components }: RouterOptions,
): void {
  router.get('/entities', async (request, response) => {
    const credentials = await access.require(
      request,
      gomonHealthReadPermission,
    );
    const { refs, status, environment, limit, cursor } = request.query;
    const page = await components.page({
      entityRefs: listOf(refs)?.map(ref => ref.toLocaleLowerCase('en-US')),
      statuses: statusesOf(status),
      environment,
      limit: limitOf(limit),
      cursor,
    });
    const readable = await access.readable(
      page.items.flatMap(({ entityRef, affectedBy }) => [
        entityRef,
        ...affectedBy,
      ]),
      credentials,
    );
    response.json({
      // What is hidden leaves a page shorter; the next one begins where this one would have ended.
      items: page.items
        .filter(({ entityRef }) => readable.has(entityRef))
        .map(health => summaryOf(health, readable)),
      pageInfo: page.pageInfo,
    });
  });
}

function summaryOf(
  health: EntityHealth,
  readable: ReadonlySet<string>,
): EntitySummary {
  const { checks, figures, links, runbook, ...summary } = health;
  return {
    ...summary,
    affectedBy: health.affectedBy.filter(ref => readable.has(ref)),
    sentence: (checks.find(({ status }) => isBad(status)) ?? checks[0])
      ?.sentence,
  };
}
