import { useRouteRef } from '@backstage/core-plugin-api';
import {
  entityRouteParams,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';

/** Path of the Health tab below an entity's page. */
export const HEALTH_TAB_PATH = '/health';

/** Where the Health tab of an entity is. */
export function useHealthPath(): (entityRef: string) => string {
  const entityPath = useRouteRef(entityRouteRef);
  return entityRef =>
    `${entityPath(entityRouteParams(entityRef))}${HEALTH_TAB_PATH}`;
}
