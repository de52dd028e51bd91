import { Entity } from '@backstage/catalog-model';
import { ANNOTATION_STAGE } from '@gomon/plugin-gomon-common';

/**
 * Tells whether an entity stands in a pipeline; for the `if` of routes and switches of entity pages.
 *
 * @public
 */
export function isGomonAvailable(entity: Entity): boolean {
  return entity.metadata.annotations?.[ANNOTATION_STAGE] !== undefined;
}
