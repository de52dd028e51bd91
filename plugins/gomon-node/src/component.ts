import { Entity } from '@backstage/catalog-model';

/**
 * An entity of the catalog that gomon watches: one with the annotation `gomon.io/stage`.
 *
 * @public
 */
export interface Component {
  /** Full entity reference in lower case, such as `resource:default/kafka`. */
  readonly entityRef: string;
  /** What a person calls it: the entity's title, or its name. */
  readonly title: string;
  /** Value of the annotation `gomon.io/stage`. */
  readonly stage: string;
  /** Environment it belongs to: the annotation `gomon.io/environment`, or the first environment of the configuration. */
  readonly environment: string;
  /** The entity as the catalog has it. */
  readonly entity: Entity;
}

/**
 * Data goes from one component to another: one entry of the annotation `gomon.io/sends-to`.
 *
 * @public
 */
export interface Flow {
  /** Entity reference of the component that sends. */
  readonly from: string;
  /** Entity reference of the component that receives. */
  readonly to: string;
}

/**
 * One component relies on another: a relation `dependsOn` of the catalog.
 *
 * @public
 */
export interface Dependency {
  /** Entity reference of the component that relies on the other. */
  readonly from: string;
  /** Entity reference of the component that is relied on. */
  readonly to: string;
}

/**
 * Everything that gomon watches, and how data goes through it.
 *
 * @public
 */
export interface Topology {
  readonly components: readonly Component[];
  readonly flows: readonly Flow[];
  readonly dependencies: readonly Dependency[];
}
