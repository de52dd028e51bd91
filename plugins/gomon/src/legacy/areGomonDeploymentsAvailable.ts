import { Entity } from '@backstage/catalog-model';
import {
  ANNOTATION_ARGOCD_APP_NAME,
  ANNOTATION_ARGOCD_APP_SELECTOR,
} from '@gomon/plugin-gomon-common';
import { isGomonAvailable } from './isGomonAvailable';

/**
 * Tells whether an entity stands in a pipeline and names an application of Argo CD; for the `if` of switches of entity pages.
 *
 * @public
 */
export function areGomonDeploymentsAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  const names = [ANNOTATION_ARGOCD_APP_NAME, ANNOTATION_ARGOCD_APP_SELECTOR];
  return (
    isGomonAvailable(entity) &&
    names.some(name => annotations[name] !== undefined)
  );
}
