import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_SONARQUBE_PROJECT_KEY } from '@gomon/plugin-gomon-common';
import { isGomonAvailable } from './isGomonAvailable';

/**
 * Tells whether an entity stands in a pipeline and names a project of SonarQube; for the `if` of switches of entity pages.
 *
 * @public
 */
export function isGomonQualityAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return (
    isGomonAvailable(entity) &&
    annotations[ANNOTATION_SONARQUBE_PROJECT_KEY] !== undefined
  );
}
