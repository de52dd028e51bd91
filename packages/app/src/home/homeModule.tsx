import { createFrontendModule } from '@backstage/frontend-plugin-api';
import { HomePageLayoutBlueprint } from '@backstage/plugin-home-react/alpha';

/** Lays the home page out so that a widget's words fit on a narrow screen, too. */
export const homeModule = createFrontendModule({
  pluginId: 'home',
  extensions: [
    HomePageLayoutBlueprint.make({
      params: {
        loader: () =>
          import('./HomeLayout').then(({ HomeLayout }) => HomeLayout),
      },
    }),
  ],
});
