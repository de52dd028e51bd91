import {
  coreServices,
  createBackendFeatureLoader,
} from '@backstage/backend-plugin-api';
import { canStart } from './canStart';

/**
 * The backend of the community's SonarQube plugin, where a SonarQube is configured. Where none is, or its token is missing, that
 * plugin does not start, and the whole portal would not.
 */
export const sonarqubeFeature = createBackendFeatureLoader({
  deps: { config: coreServices.rootConfig },
  *loader({ config }) {
    if (canStart(config)) {
      yield import('@backstage-community/plugin-sonarqube-backend');
    }
  },
});
