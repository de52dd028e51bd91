import { HealthEvent } from '@gomon/plugin-gomon-common';
import { HostReport } from '@gomon/plugin-gomon-node';
import { Knex } from 'knex';
import { FigureRecorder } from '../history/FigureRecorder';
import { inSlices } from '../engine/slices';
import { Snapshot, StateStore } from '../engine/StateStore';
import { ComponentStore, toComponentRow } from './ComponentStore';
import { EventStore } from './EventStore';
import { HostStore } from './HostStore';
import { PipelineStore } from './PipelineStore';

/** Keeps the engine's state in the plugin's database. */
export class DatabaseStateStore implements StateStore {
  readonly #hosts: HostStore;
  readonly #figures: FigureRecorder;

  constructor(private readonly knex: Knex) {
    this.#hosts = new HostStore(knex);
    this.#figures = new FigureRecorder(knex);
  }

  async load(): Promise<Snapshot> {
    const states = await new ComponentStore(this.knex).all();
    const pipelines = await new PipelineStore(this.knex).all();
    return { states, pipelines };
  }

  async save(
    { states, pipelines }: Snapshot,
    events: readonly HealthEvent[],
    hosts: readonly HostReport[],
    now: Date,
  ): Promise<void> {
    const rows = await inSlices(states.values(), toComponentRow);
    // Together or not at all: a transition without its state would be told twice.
    await this.knex.transaction(async transaction => {
      await new ComponentStore(transaction).replace(rows);
      await new PipelineStore(transaction).replace(pipelines);
      await new EventStore(transaction).add(events);
    });
    await this.#hosts.save(hosts, now.toISOString());
    await this.#figures.record({ states, pipelines }, now);
  }
}
