import { Pipeline } from '@gomon/plugin-gomon-common';
import { Knex } from 'knex';
import { upsert } from './batches';

/** Latest state of the pipelines. */
export class PipelineStore {
  constructor(private readonly knex: Knex) {}

  async all(): Promise<Pipeline[]> {
    const rows = await this.knex('pipelines').select('pipeline');
    return rows.map(row => JSON.parse(row.pipeline));
  }

  async replace(pipelines: readonly Pipeline[]): Promise<void> {
    await upsert(
      this.knex,
      'pipelines',
      ['environment', 'name'],
      pipelines.map(pipeline => ({
        environment: pipeline.environment,
        name: pipeline.name,
        status: pipeline.status,
        pipeline: JSON.stringify(pipeline),
      })),
    );
    const environments = [
      ...new Set(pipelines.map(({ environment }) => environment!)),
    ];
    await this.knex('pipelines')
      .whereNotIn('environment', environments)
      .delete();
  }
}
