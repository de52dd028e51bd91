import { Router } from 'express';
import { ComponentStore } from '../database/ComponentStore';
import { EventStore } from '../database/EventStore';
import { HostQuery } from '../database/HostQuery';
import { PipelineStore } from '../database/PipelineStore';
import { FigureQuery } from '../history/FigureQuery';
import { HostSeriesReader } from '../probes/agent/HostSeriesReader';
import { createOpenApiRouter } from '../schema/openapi';
import { Access } from './Access';
import { addEntitiesRoute } from './entitiesRoute';
import { addEntityRoutes } from './entityRoutes';
import { addEventsRoute } from './eventsRoute';
import { addHostsRoutes } from './hostsRoutes';
import { addPipelinesRoutes } from './pipelinesRoutes';

/** What the routes read from. All but the series of hosts is the plugin's database: fast, however slow the systems behind are. */
export interface RouterOptions {
  access: Access;
  components: ComponentStore;
  pipelines: PipelineStore;
  hosts: HostQuery;
  hostSeries: HostSeriesReader;
  events: EventStore;
  figures: FigureQuery;
}

/** The router that checks every request against the schema. */
export type ApiRouter = Awaited<ReturnType<typeof createOpenApiRouter>>;

/** The HTTP API, below `/api/gomon`. */
export async function createRouter(options: RouterOptions): Promise<Router> {
  const router = await createOpenApiRouter();
  router.use((_, response, next) => {
    // Answers differ by caller; with the ETag that express adds, a repeated question costs a comparison.
    response.setHeader('Cache-Control', 'private, no-cache');
    next();
  });
  addPipelinesRoutes(router, options);
  addEntitiesRoute(router, options);
  addEntityRoutes(router, options);
  addHostsRoutes(router, options);
  addEventsRoute(router, options);
  return router as unknown as Router;
}
