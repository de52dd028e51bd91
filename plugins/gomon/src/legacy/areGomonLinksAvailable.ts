import { Entity } from '@backstage/catalog-model';
import { linkAnnotations } from '../links/linkAnnotations';

/**
 * Tells whether an entity can be seen in Grafana or Kibana; for the `if` of switches of entity pages.
 *
 * @public
 */
export function areGomonLinksAvailable(entity: Entity): boolean {
  const annotations = entity.metadata.annotations ?? {};
  return linkAnnotations.some(name => annotations[name] !== undefined);
}
