import { Pipeline, pipelineNames } from '@gomon/plugin-gomon-common';
import { Knex } from 'knex';
import { inSlices } from '../engine/slices';
import { upsert } from './batches';

/** Latest state of the pipelines. */
export class PipelineStore {
  /** @param environments - in the order in which people see them */
  constructor(
    private readonly knex: Knex,
    private readonly environments: readonly string[] = [],
  ) {}

  /** Those of one environment, or all. */
  async all(environment?: string): Promise<Pipeline[]> {
    const query = this.knex('pipelines').select('pipeline');
    if (environment) query.where({ environment });
    const rows: { pipeline: string }[] = await query;
    const pipelines: Pipeline[] = rows.map(row => JSON.parse(row.pipeline));
    // The database hands them out in any order.
    return pipelines.sort(
      (a, b) =>
        pipelineNames.indexOf(a.name) - pipelineNames.indexOf(b.name) ||
        this.environments.indexOf(a.environment!) -
          this.environments.indexOf(b.environment!),
    );
  }

  async replace(pipelines: readonly Pipeline[]): Promise<void> {
    const rows = await inSlices(pipelines, pipeline => ({
      environment: pipeline.environment,
      name: pipeline.name,
      status: pipeline.status,
      pipeline: JSON.stringify(pipeline),
    }));
    await upsert(this.knex, 'pipelines', ['environment', 'name'], rows);
    const environments = [
      ...new Set(pipelines.map(({ environment }) => environment!)),
    ];
    await this.knex('pipelines')
      .whereNotIn('environment', environments)
      .delete();
  }
}
