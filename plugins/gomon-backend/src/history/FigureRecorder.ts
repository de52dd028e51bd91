import { PipelineEdge } from '@gomon/plugin-gomon-common';
import { Knex } from 'knex';
import { upsert } from '../database/batches';
import { inSlices } from '../engine/slices';
import { Snapshot } from '../engine/StateStore';
import { addMinute, FigureHour, hourOf } from './figureHour';

/** Writes the figures of every component down once a minute, an hour to a row. */
export class FigureRecorder {
  #hour = -1;
  #minute = -1;
  #hours = new Map<string, FigureHour>();

  constructor(private readonly knex: Knex) {}

  async record({ states, pipelines }: Snapshot, now: Date): Promise<void> {
    const minute = Math.floor(now.getTime() / 60_000);
    if (minute === this.#minute) return;
    const hour = hourOf(now);
    // Another replica may have written while this one did not: what it wrote is read again.
    if (hour !== this.#hour || minute > this.#minute + 1)
      await this.#load(hour);
    this.#minute = minute;
    const flowsInto = new Map<string, PipelineEdge[]>();
    for (const edge of pipelines.flatMap(pipeline => pipeline.edges)) {
      const flows = flowsInto.get(edge.to) ?? [];
      flows.push(edge);
      flowsInto.set(edge.to, flows);
    }
    const rows = await inSlices(states.values(), state => {
      const { entityRef } = state;
      const known = this.#hours.get(entityRef) ?? {};
      const flowsIn = flowsInto.get(entityRef) ?? [];
      const figures = addMinute(known, state, flowsIn, now);
      this.#hours.set(entityRef, figures);
      return { entity_ref: entityRef, hour, figures: JSON.stringify(figures) };
    });
    await upsert(this.knex, 'figure_hours', ['entity_ref', 'hour'], rows);
  }

  async #load(hour: number): Promise<void> {
    const rows = await this.knex('figure_hours')
      .where({ hour })
      .select('entity_ref', 'figures');
    const hours = await inSlices(rows, row => JSON.parse(row.figures));
    this.#hours = new Map(
      rows.map((row, index) => [row.entity_ref, hours[index]]),
    );
    this.#hour = hour;
  }
}
