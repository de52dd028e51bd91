import {
  coreServices,
  createBackendPlugin,
} from '@backstage/backend-plugin-api';
import { catalogServiceRef } from '@backstage/plugin-catalog-node';
import { signalsServiceRef } from '@backstage/plugin-signals-node';
import { gomonPermissions } from '@gomon/plugin-gomon-common';
import { gomonProbesExtensionPoint } from '@gomon/plugin-gomon-node';
import { randomUUID } from 'node:crypto';
import { TopologyReader } from './catalog/TopologyReader';
import { readGomonConfig } from './config/readGomonConfig';
import { ComponentStore } from './database/ComponentStore';
import { connect } from './database/connect';
import { DatabaseStateStore } from './database/DatabaseStateStore';
import { EventStore } from './database/EventStore';
import { HostQuery } from './database/HostQuery';
import { Lease } from './database/Lease';
import { PipelineStore } from './database/PipelineStore';
import { Engine } from './engine/Engine';
import { scheduleEngine } from './engine/scheduleEngine';
import { FigureQuery } from './history/FigureQuery';
import { HostSeriesReader } from './probes/agent/HostSeriesReader';
import { ProbeRegistry } from './probes/ProbeRegistry';
import { createProbes } from './probes/createProbes';
import { Access } from './router/Access';
import { createRouter } from './router/createRouter';
import { kubernetesRunbook } from './runbook/kubernetesRunbook';
import { stackRunbook } from './runbook/stackRunbook';

/**
 * The gomon backend plugin: looks at the platform, finds causes, and answers the portal.
 *
 * @public
 */
export const gomonPlugin = createBackendPlugin({
  pluginId: 'gomon',
  register(env) {
    const registry = new ProbeRegistry();
    env.registerExtensionPoint(gomonProbesExtensionPoint, registry);
    env.registerInit({
      deps: {
        auth: coreServices.auth,
        catalog: catalogServiceRef,
        config: coreServices.rootConfig,
        database: coreServices.database,
        httpAuth: coreServices.httpAuth,
        httpRouter: coreServices.httpRouter,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        permissions: coreServices.permissions,
        permissionsRegistry: coreServices.permissionsRegistry,
        scheduler: coreServices.scheduler,
        signals: signalsServiceRef,
      },
      async init(deps) {
        const { auth, catalog, logger, lifecycle } = deps;
        const config = readGomonConfig(deps.config);
        const environments = config.environments.map(({ name }) => name);
        const knex = await connect(deps.database);
        registry.addProbe(...createProbes(config));

        const topology = new TopologyReader({
          catalog,
          auth,
          logger,
          defaultEnvironment: environments[0],
        });
        const engine = new Engine({
          probes: registry.probes,
          readTopology: now => topology.read(now),
          store: new DatabaseStateStore(knex),
          environments,
          timeLimitMs: config.engine.timeLimit,
          logger,
          runbook:
            config.runbook.commands === 'stack'
              ? stackRunbook
              : kubernetesRunbook,
        });
        const lease = new Lease(knex, {
          id: 'engine',
          holder: randomUUID(),
          durationMs: 3 * config.engine.interval + config.engine.timeLimit,
        });

        deps.permissionsRegistry.addPermissions(gomonPermissions);
        deps.httpRouter.use(
          await createRouter({
            access: new Access({
              httpAuth: deps.httpAuth,
              permissions: deps.permissions,
              catalog,
            }),
            components: new ComponentStore(knex),
            pipelines: new PipelineStore(knex),
            hosts: new HostQuery(knex),
            hostSeries: new HostSeriesReader({
              instances: config.victoriaMetrics,
              timeoutMs: config.engine.timeLimit,
              component: entityRef => topology.component(entityRef),
            }),
            events: new EventStore(knex),
            figures: new FigureQuery(knex),
          }),
        );
        await scheduleEngine({
          engine,
          lease,
          logger,
          scheduler: deps.scheduler,
          intervalMs: config.engine.interval,
          onChange: () =>
            deps.signals.publish({
              recipients: { type: 'broadcast' },
              channel: 'gomon',
              message: { type: 'changed' },
            }),
        });
        lifecycle.addShutdownHook(async () => {
          await lease.release();
          await engine.close();
        });
      },
    });
  },
});
