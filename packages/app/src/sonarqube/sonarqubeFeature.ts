import { createFrontendFeatureLoader } from '@backstage/frontend-plugin-api';

/**
 * The SonarQube tab of the community's plugin, where a SonarQube is configured: its schema lets the frontend see `sonarqube`, but
 * for the token. It is no feature that is found by itself (`app.packages` of app-config.yaml leaves it out), because its tab would
 * stand on every component that names a project, and lead to a backend that is not there.
 */
export const sonarqubeFeature = createFrontendFeatureLoader({
  async *loader({ config }) {
    if (!config.has('sonarqube')) return;
    const { default: plugin } = await import(
      '@backstage-community/plugin-sonarqube/alpha'
    );
    // The overview has gomon's own card of the quality gate.
    const card = plugin.getExtension('entity-card:sonarqube/card');
    yield plugin.withOverrides({
      extensions: [card.override({ disabled: true })],
    });
  },
});
