import { EntityHealth } from './entityHealth';

/**
 * The health of one entity without its details, for lists.
 *
 * @public
 */
export interface EntitySummary
  extends Pick<
    EntityHealth,
    | 'entityRef'
    | 'title'
    | 'stage'
    | 'environment'
    | 'status'
    | 'role'
    | 'since'
    | 'affectedBy'
    | 'observedAt'
  > {
  /** Sentence of its worst check. */
  sentence?: string;
}
