import { createBackend } from '@backstage/backend-defaults';
import { serveMetrics } from './metrics/metricsServer';
import { sonarqubeFeature } from './sonarqube';

const backend = createBackend();

// Serves the built frontend where there is one (`yarn build`); in development the frontend has a server of its own.
backend.add(import('@backstage/plugin-app-backend'));

backend.add(import('@backstage/plugin-auth-backend'));
// Refuses to work outside development.
backend.add(import('@backstage/plugin-auth-backend-module-guest-provider'));

backend.add(import('@backstage/plugin-permission-backend'));
backend.add(
  import('@backstage/plugin-permission-backend-module-allow-all-policy'),
);

backend.add(import('@backstage/plugin-catalog-backend'));
backend.add(import('@backstage/plugin-catalog-backend-module-logs'));

// Carries events between plugins: catalog changes, signals.
backend.add(import('@backstage/plugin-events-backend'));

backend.add(import('@backstage/plugin-search-backend'));
backend.add(import('@backstage/plugin-search-backend-module-catalog'));

backend.add(import('@backstage/plugin-techdocs-backend'));
backend.add(import('@backstage/plugin-kubernetes-backend'));
backend.add(import('@backstage/plugin-user-settings-backend'));
backend.add(import('@backstage/plugin-notifications-backend'));
backend.add(import('@backstage/plugin-signals-backend'));
backend.add(import('@backstage/plugin-mcp-actions-backend'));

// Answers the SonarQube tab of components.
backend.add(sonarqubeFeature);

backend.add(import('@gomon/plugin-gomon-backend'));

// A port that cannot be had ends the process by the rejection.
serveMetrics(process.env).then(() => backend.start());
