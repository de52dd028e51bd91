import { NotFoundError } from '@backstage/errors';
import {
  gomonHealthReadPermission,
  Pipeline,
  pipelineNames,
} from '@gomon/plugin-gomon-common';
import { Request } from 'express';
import type { ApiRouter, RouterOptions } from './createRouter';
import { onlyReadable, refsOf } from './visiblePipeline';

/** `GET /pipelines` and `GET /pipelines/{name}`. */
export function addPipelinesRoutes(
  router: ApiRouter,
  { access, pipelines, silences }: RouterOptions,
): void {
  router.get('/pipelines', async (request, response) => {
    const { environment } = request.query;
    response.json({ items: await visible(request, environment) });
  });

  router.get('/pipelines/:name', async (request, response) => {
    const { name } = request.params;
    const { environment } = request.query;
    const all = await visible(request, environment);
    const found = all.find(pipeline => pipeline.name === name);
    if (!found) {
      throw new NotFoundError(
        `There is no pipeline of this name; there are ${pipelineNames.join(
          ', ',
        )}`,
      );
    }
    response.json(found);
  });

  async function visible(
    request: Request<any, any, any, any, any>,
    environment: string | undefined,
  ): Promise<Pipeline[]> {
    const credentials = await access.require(
      request,
      gomonHealthReadPermission,
    );
    const all = await pipelines.all(environment);
    const readable = await access.readable(all.flatMap(refsOf), credentials);
    const active = await silences.active(new Date());
    const silenced = new Set(active.map(({ entityRef }) => entityRef));
    return all
      .map(pipeline => onlyReadable(pipeline, readable))
      .map(pipeline => withSilences(pipeline, silenced));
  }
}

/** Marks the stages that are kept quiet. */
function withSilences(
  pipeline: Pipeline,
  silenced: ReadonlySet<string>,
): Pipeline {
  if (silenced.size === 0) return pipeline;
  return {
    ...pipeline,
    stages: pipeline.stages.map(stage =>
      silenced.has(stage.entityRef) ? { ...stage, silenced: true } : stage,
    ),
  };
}
