import {
  AuditorService,
  AuthService,
  DatabaseService,
  DiscoveryService,
  HttpAuthService,
  HttpRouterService,
  LifecycleService,
  LoggerService,
  PermissionsService,
  RootConfigService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import {
  ActionsRegistryService,
  MetricsService,
} from '@backstage/backend-plugin-api/alpha';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { SignalsService } from '@backstage/plugin-signals-node';
import { randomUUID } from 'node:crypto';
import { registerActions } from './actions/registerActions';
import { TopologyReader } from './catalog/TopologyReader';
import { readGomonConfig } from './config/readGomonConfig';
import { ComponentStore } from './database/ComponentStore';
import { connect } from './database/connect';
import { DatabaseStateStore } from './database/DatabaseStateStore';
import { EventStore } from './database/EventStore';
import { HostQuery } from './database/HostQuery';
import { HostStore } from './database/HostStore';
import { Lease } from './database/Lease';
import { PipelineStore } from './database/PipelineStore';
import { DeploymentRecorder } from './deployments/DeploymentRecorder';
import { DeploymentStore } from './deployments/DeploymentStore';
import { scheduleDeployments } from './deployments/scheduleDeployments';
import { Engine } from './engine/Engine';
import { scheduleEngine } from './engine/scheduleEngine';
import { FigureQuery } from './history/FigureQuery';
import { scheduleRetention } from './history/scheduleRetention';
import { IncidentKeeper } from './incidents/IncidentKeeper';
import { LogReader } from './logs/LogReader';
import { EngineMetrics } from './metrics/EngineMetrics';
import { LogMetrics } from './metrics/LogMetrics';
import { HostSeriesReader } from './probes/agent/HostSeriesReader';
import { createDeploymentProbes } from './probes/createDeploymentProbes';
import { createProbes } from './probes/createProbes';
import { ProbeRegistry } from './probes/ProbeRegistry';
import { createQualityProbe } from './probes/createQualityProbe';
import { QualityRecorder } from './quality/QualityRecorder';
import { QualityStore } from './quality/QualityStore';
import { scheduleQuality } from './quality/scheduleQuality';
import { Access } from './router/Access';
import { createRouter, RouterOptions } from './router/createRouter';
import { kubernetesRunbook } from './runbook/kubernetesRunbook';
import { stackRunbook } from './runbook/stackRunbook';
import { SilenceStore } from './silences/SilenceStore';

/** The services of the portal that gomon is built on. */
export interface GomonServices {
  actions: ActionsRegistryService;
  auditor: AuditorService;
  auth: AuthService;
  catalog: CatalogService;
  config: RootConfigService;
  database: DatabaseService;
  discovery: DiscoveryService;
  httpAuth: HttpAuthService;
  httpRouter: HttpRouterService;
  lifecycle: LifecycleService;
  logger: LoggerService;
  metrics: MetricsService;
  notifications: NotificationService;
  permissions: PermissionsService;
  registry: ProbeRegistry;
  scheduler: SchedulerService;
  signals: SignalsService;
}

/** Builds engine, API and actions from the services, and sets them going. */
export async function startGomon(services: GomonServices): Promise<void> {
  const { logger, scheduler } = services;
  const config = readGomonConfig(services.config);
  const environments = config.environments.map(({ name }) => name);
  const knex = await connect(services.database);
  const topology = new TopologyReader({
    ...services,
    defaultEnvironment: environments[0],
  });
  const silences = new SilenceStore(knex);
  const onChange = () =>
    services.signals.publish({
      recipients: { type: 'broadcast' },
      channel: 'gomon',
      message: { type: 'changed' },
    });

  const reading: RouterOptions = {
    access: new Access(services),
    auditor: services.auditor,
    logger,
    components: new ComponentStore(knex),
    deployments: new DeploymentStore(knex),
    environments,
    events: new EventStore(knex),
    figures: new FigureQuery(knex),
    hosts: new HostQuery(knex),
    hostSeries: new HostSeriesReader({
      instances: config.victoriaMetrics,
      timeoutMs: config.engine.timeLimit,
      component: entityRef => topology.component(entityRef),
    }),
    logs: new LogReader({
      elasticsearch: config.elasticsearch,
      kibana: config.kibana,
      timeoutMs: config.engine.timeLimit,
      component: entityRef => topology.component(entityRef),
    }),
    onChange,
    pipelines: new PipelineStore(knex, environments),
    quality: new QualityStore(knex),
    silences,
    topology: () => topology.read(new Date()),
  };
  services.httpRouter.use(await createRouter(reading));
  registerActions(services.actions, services.permissions, reading);

  const deployment = createDeploymentProbes(config, services);
  const quality = createQualityProbe(config, services.config);
  services.registry.addProbe(
    ...createProbes(config),
    quality.probe,
    ...deployment.probes,
  );
  const metrics = new EngineMetrics(services.metrics);
  const logMetrics = new LogMetrics(services.metrics);
  const incidents = new IncidentKeeper({
    ...services,
    knex,
    silences,
    afterMs: config.notifications.after,
  });
  const engine = new Engine({
    probes: services.registry.probes,
    readTopology: now => topology.read(now),
    store: new DatabaseStateStore(knex),
    environments,
    timeLimitMs: config.engine.timeLimit,
    logger,
    onLooks: looks => metrics.looks(looks),
    afterCycle: (snapshot, known, now) => {
      logMetrics.cycle(snapshot);
      return incidents.afterCycle(snapshot, known, now);
    },
    runbook:
      config.runbook.commands === 'stack' ? stackRunbook : kubernetesRunbook,
  });
  const lease = new Lease(knex, {
    id: 'engine',
    holder: randomUUID(),
    durationMs: 3 * config.engine.interval + config.engine.timeLimit,
  });
  await scheduleEngine({
    engine,
    lease,
    logger,
    scheduler,
    intervalMs: config.engine.interval,
    onChange,
    onCycle: (result, seconds) => metrics.cycle(result, seconds),
  });
  const { retention } = config;
  await scheduleDeployments(
    scheduler,
    logger,
    new DeploymentRecorder({
      ...reading,
      reader: deployment.deployments,
      store: reading.deployments,
      keepMs: retention.events,
    }),
  );
  await scheduleQuality(
    scheduler,
    logger,
    new QualityRecorder({
      ...reading,
      reader: quality.reader,
      store: reading.quality,
    }),
    config.engine.interval,
  );
  await scheduleRetention(scheduler, logger, [
    {
      what: 'events',
      keepMs: retention.events,
      deleteBefore: at => reading.events.deleteBefore(at),
    },
    {
      what: 'syncs',
      keepMs: retention.events,
      deleteBefore: at => reading.deployments.deleteBefore(at),
    },
    {
      what: 'hours of figures',
      keepMs: retention.figures,
      deleteBefore: at => reading.figures.deleteBefore(at),
    },
    {
      what: 'silent hosts',
      keepMs: retention.hosts,
      deleteBefore: at => new HostStore(knex).forget(at),
    },
    {
      what: 'silences',
      keepMs: retention.events,
      deleteBefore: at => silences.deleteBefore(at),
    },
  ]);
  services.lifecycle.addShutdownHook(async () => {
    await lease.release();
    await engine.close();
  });
}
