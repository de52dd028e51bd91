import { SeriesSet } from '@gomon/plugin-gomon-common';
import { Knex } from 'knex';
import { hourOf, toSeries } from './figureHour';
import { Range } from './range';

/** Reads the figures of a component over time. */
export class FigureQuery {
  constructor(private readonly knex: Knex) {}

  async series(
    entityRef: string,
    { from, to, stepSeconds }: Range,
  ): Promise<SeriesSet> {
    // A value a minute is written: a shorter step would show holes.
    const step = Math.max(60, stepSeconds);
    const rows = await this.knex('figure_hours')
      .where({ entity_ref: entityRef })
      .whereBetween('hour', [hourOf(from), to.getTime()])
      .orderBy('hour')
      .select('hour', 'figures');
    const hours = rows.map(row => ({
      hour: Number(row.hour),
      figures: JSON.parse(row.figures),
    }));
    return {
      from: from.toISOString(),
      to: to.toISOString(),
      step,
      series: toSeries(hours, from.getTime(), to.getTime(), step * 1000),
    };
  }

  async deleteBefore(moment: Date): Promise<number> {
    return this.knex('figure_hours')
      .where('hour', '<', hourOf(moment))
      .delete();
  }
}
