import { HealthEvent } from '@gomon/plugin-gomon-common';
import { HostReport } from '@gomon/plugin-gomon-node';
import { Snapshot, StateStore } from '../engine/StateStore';

/** Keeps what the engine knows for the length of a test. */
export class MemoryStore implements StateStore {
  snapshot: Snapshot = { states: new Map(), pipelines: [] };
  events: HealthEvent[] = [];
  hosts: readonly HostReport[] = [];

  async load(): Promise<Snapshot> {
    return this.snapshot;
  }

  async save(
    snapshot: Snapshot,
    events: readonly HealthEvent[],
    hosts: readonly HostReport[],
  ): Promise<void> {
    this.snapshot = snapshot;
    this.events.push(...events);
    this.hosts = hosts;
  }
}
