import { createRouteRef } from '@backstage/core-plugin-api';

/** The gomon page. */
export const rootRouteRef = createRouteRef({ id: 'gomon' });
