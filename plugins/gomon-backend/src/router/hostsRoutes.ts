import { NotFoundError } from '@backstage/errors';
import { gomonHealthReadPermission } from '@gomon/plugin-gomon-common';
import { rangeOf } from '../history/range';
import type { ApiRouter, RouterOptions } from './createRouter';
import { limitOf, statusesOf } from './parameters';

/** `GET /hosts` and `GET /hosts/{instance}/series`. A host can be seen by whoever can see its agent component. */
export function addHostsRoutes(
  router: ApiRouter,
  { access, hosts, hostSeries }: RouterOptions,
): void {
  router.get('/hosts', async (request, response) => {
    const credentials = await access.require(
      request,
      gomonHealthReadPermission,
    );
    const { status, search, environment, limit, cursor } = request.query;
    const { sort = 'status' } = request.query;
    const {
      // The worst, the newest and the busiest first; names from a to z.
      order = sort === 'name' ? 'asc' : 'desc',
    } = request.query;
    const filter = {
      statuses: statusesOf(status),
      search,
      environment,
      sort,
      order,
      limit: limitOf(limit),
      cursor,
      now: new Date(),
    };
    const agents = await hosts.entityRefs();
    const readable = await access.readable(agents, credentials);
    response.json(await hosts.page({ ...filter, entityRefs: [...readable] }));
  });

  router.get('/hosts/:instance/series', async (request, response) => {
    const credentials = await access.require(
      request,
      gomonHealthReadPermission,
    );
    const { instance } = request.params;
    const range = rangeOf(request.query, new Date());
    const host = await hosts.find(instance, request.query.environment);
    const agent = host?.entityRef;
    const isReadable =
      agent && (await access.readable([agent], credentials)).has(agent);
    if (!isReadable) throw new NotFoundError('There is no such host');
    response.json(await hostSeries.read(host, range));
  });
}
