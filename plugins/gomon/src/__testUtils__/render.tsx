import { renderInTestApp } from '@backstage/frontend-test-utils';
import { entityRouteRef } from '@backstage/plugin-catalog-react';
import { GomonApi, gomonApiRef } from '../api/GomonApi';

/** Renders with the catalog's entity pages mounted and the given answers of the backend. */
export function renderWithGomon(element: JSX.Element, api: Partial<GomonApi>) {
  return renderInTestApp(element, {
    apis: [[gomonApiRef, api]],
    mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
  });
}

/** What the API client rejects with when the backend answers with this status. */
export function answer(
  statusCode: number,
  message = 'the words of the backend',
) {
  return Object.assign(new Error(message), { statusCode });
}
