import { NotFoundError } from '@backstage/errors';
import {
  gomonHealthReadPermission,
  Pipeline,
  pipelineNames,
} from '@gomon/plugin-gomon-common';
import { Request, Router } from 'express';
import PromiseRouter from 'express-promise-router';
import type { RouterOptions } from './createRouter';
import { optionalText } from './parameters';
import { onlyReadable, refsOf } from './visiblePipeline';

/** `GET /pipelines` and `GET /pipelines/{name}`. */
export function pipelinesRoutes({ access, pipelines }: RouterOptions): Router {
  const router = PromiseRouter();

  router.get('/pipelines', async (request, response) => {
    response.json({ items: await visible(request) });
  });

  router.get('/pipelines/:name', async (request, response) => {
    const { name } = request.params;
    const found = (await visible(request)).find(
      pipeline => pipeline.name === name,
    );
    if (!found) {
      throw new NotFoundError(
        `There is no pipeline of this name; there are ${pipelineNames.join(
          ', ',
        )}`,
      );
    }
    response.json(found);
  });

  async function visible(request: Request): Promise<Pipeline[]> {
    const credentials = await access.require(
      request,
      gomonHealthReadPermission,
    );
    const environment = optionalText(request.query, 'environment');
    const all = (await pipelines.all())
      .filter(pipeline => !environment || pipeline.environment === environment)
      .sort(
        (a, b) => pipelineNames.indexOf(a.name) - pipelineNames.indexOf(b.name),
      );
    const readable = await access.readable(all.flatMap(refsOf), credentials);
    return all.map(pipeline => onlyReadable(pipeline, readable));
  }

  return router;
}
