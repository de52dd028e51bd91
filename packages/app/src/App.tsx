import { createApp } from '@backstage/frontend-defaults';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { homeModule } from './home';
import { navModule } from './nav';
import { signInModule } from './signIn';
import { sonarqubeFeature } from './sonarqube';

/**
 * The portal is a list of features. Every plugin among the dependencies of this package is found by itself
 * (`app.packages` of app-config.yaml), but for those whose new-system entry point is still `./alpha`: they are named here.
 */
export default createApp({
  features: [
    catalogPlugin,
    homeModule,
    navModule,
    signInModule,
    sonarqubeFeature,
  ],
});
