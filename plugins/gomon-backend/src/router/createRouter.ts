import { Router } from 'express';
import PromiseRouter from 'express-promise-router';
import { Access } from './Access';
import { entityHealthRoute } from './entityHealthRoute';
import { pipelinesRoutes } from './pipelinesRoutes';
import { ComponentStore } from '../database/ComponentStore';
import { PipelineStore } from '../database/PipelineStore';

/** What the routes read from. All of it is fast, however slow the systems behind are. */
export interface RouterOptions {
  access: Access;
  components: ComponentStore;
  pipelines: PipelineStore;
}

/** The HTTP API, below `/api/gomon`. */
export function createRouter(options: RouterOptions): Router {
  const router = PromiseRouter();
  router.use(pipelinesRoutes(options));
  router.use(entityHealthRoute(options));
  return router;
}
