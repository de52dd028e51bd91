/** Name of the policy; contracts with existing clusters. */
export const LIFECYCLE_POLICY = 'aggregator-rollover-policy';

/** A lifecycle policy as Elasticsearch's API takes it. */
export interface LifecyclePolicy {
  phases: Record<
    string,
    { min_age?: string; actions: Record<string, Record<string, unknown>> }
  >;
}

/**
 * The four phases of the specification. Ages count from the rollover, and the engine looks every ten minutes: 2 MB is a
 * trigger, not a cap.
 */
export const lifecyclePolicy: LifecyclePolicy = {
  phases: {
    hot: {
      actions: {
        rollover: { max_age: '1d', max_size: '2mb' },
        set_priority: { priority: 100 },
      },
    },
    warm: {
      min_age: '1d',
      actions: {
        shrink: { number_of_shards: 1 },
        forcemerge: { max_num_segments: 1 },
        set_priority: { priority: 50 },
      },
    },
    cold: { min_age: '2d', actions: { set_priority: { priority: 0 } } },
    delete: { min_age: '3d', actions: { delete: {} } },
  },
};
