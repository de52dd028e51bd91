import {
  gomonHealthReadPermission,
  HealthEvent,
} from '@gomon/plugin-gomon-common';
import { rangeOf } from '../history/range';
import type { ApiRouter, RouterOptions } from './createRouter';
import { limitOf, listOf } from './parameters';

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
      page.items.flatMap(event => [
        ...(event.entityRef ? [event.entityRef] : []),
        ...(event.causes ?? []),
      ]),
      credentials,
    );
    response.json({
      items: page.items.flatMap(event => onlyReadable(event, readable)),
      pageInfo: page.pageInfo,
    });
  });
}

/** An event of a hidden component is hidden; one that such a component caused keeps its status, not its words. */
function onlyReadable(
  event: HealthEvent,
  readable: ReadonlySet<string>,
): HealthEvent[] {
  if (event.entityRef && !readable.has(event.entityRef)) return [];
  const causes = event.causes?.filter(ref => readable.has(ref));
  if (causes?.length === event.causes?.length) return [event];
  const sentence = `${event.title} is ${event.to}.`;
  return [{ ...event, causes, sentence }];
}
