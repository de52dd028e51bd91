import { gomonHealthReadPermission } from '@gomon/plugin-gomon-common';
import { rangeOf } from '../history/range';
import type { ApiRouter, RouterOptions } from './createRouter';
import { limitOf, listOf } from './parameters';
import { onlyReadableEvent, refsOfEvent } from './visibleEvent';

/** `GET /events`: what changed when. */
export function addEventsRoute(
  router: ApiRouter,
  { access, events }: RouterOptions,
): void {
  router.get('/events', async (request, response) => {
    const credentials = await access.require(
      request,
      gomonHealthReadPermission,
    );
    const { entityRef, kind, environment, limit, cursor } = request.query;
    const { from, to } = rangeOf(request.query, new Date());
    const page = await events.page({
      from,
      to,
      entityRef: entityRef?.toLocaleLowerCase('en-US'),
      kinds: listOf(kind),
      environment,
      limit: limitOf(limit),
      cursor,
    });
    const readable = await access.readable(
      page.items.flatMap(refsOfEvent),
      credentials,
    );
    response.json({
      items: page.items.flatMap(event => onlyReadableEvent(event, readable)),
      pageInfo: page.pageInfo,
    });
  });
}
