import { AuditorService, LoggerService } from '@backstage/backend-plugin-api';
import { Topology } from '@gomon/plugin-gomon-node';
import { Router } from 'express';
import { ComponentStore } from '../database/ComponentStore';
import { EventStore } from '../database/EventStore';
import { HostQuery } from '../database/HostQuery';
import { PipelineStore } from '../database/PipelineStore';
import { DeploymentStore } from '../deployments/DeploymentStore';
import { FigureQuery } from '../history/FigureQuery';
import { LogReader } from '../logs/LogReader';
import { HostSeriesReader } from '../probes/agent/HostSeriesReader';
import { QualityStore } from '../quality/QualityStore';
import { createOpenApiRouter } from '../schema/openapi';
import { SilenceStore } from '../silences/SilenceStore';
import { Access } from './Access';
import { addDeploymentsRoute } from './deploymentsRoute';
import { addDoctorRoute } from './doctorRoute';
import { addEntitiesRoute } from './entitiesRoute';
import { addEntityRoutes } from './entityRoutes';
import { addEventsRoute } from './eventsRoute';
import { addHostsRoutes } from './hostsRoutes';
import { hideInternals } from './hideInternals';
import { addOutsideEventsRoute } from './outsideEventsRoute';
import { addLogsRoute } from './logsRoute';
import { addPipelinesRoutes } from './pipelinesRoutes';
import { addQualityRoute } from './qualityRoute';
import { addSilencesRoutes } from './silencesRoutes';

/** What the routes read from. All but logs and the series of hosts is the plugin's database: fast, however slow the systems behind are. */
export interface RouterOptions {
  access: Access;
  components: ComponentStore;
  deployments: DeploymentStore;
  quality: QualityStore;
  pipelines: PipelineStore;
  hosts: HostQuery;
  hostSeries: HostSeriesReader;
  logs: LogReader;
  events: EventStore;
  figures: FigureQuery;
  silences: SilenceStore;
  auditor: AuditorService;
  logger: LoggerService;
  environments: readonly string[];
  topology(): Promise<Topology>;
  /** Tells everybody who looks that something changed. */
  onChange(): Promise<void>;
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
  addDeploymentsRoute(router, options);
  addQualityRoute(router, options);
  addLogsRoute(router, options);
  addHostsRoutes(router, options);
  addEventsRoute(router, options);
  addOutsideEventsRoute(router, options);
  addSilencesRoutes(router, options);
  addDoctorRoute(router, options);
  return (router as unknown as Router).use(hideInternals(options.logger));
}
