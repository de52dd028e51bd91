import { HealthEvent, Pipeline } from '@gomon/plugin-gomon-common';
import { HostReport } from '@gomon/plugin-gomon-node';
import { ComponentState } from './state';

/** What the engine knows between two cycles. */
export interface Snapshot {
  states: ReadonlyMap<string, ComponentState>;
  pipelines: readonly Pipeline[];
}

/** Where the engine keeps it. */
export interface StateStore {
  load(): Promise<Snapshot>;
  save(
    snapshot: Snapshot,
    events: readonly HealthEvent[],
    hosts: readonly HostReport[],
    now: Date,
  ): Promise<void>;
}
