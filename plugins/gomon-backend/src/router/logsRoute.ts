import { InputError } from '@backstage/errors';
import { gomonLogsReadPermission } from '@gomon/plugin-gomon-common';
import { decodeCursor } from '../database/cursor';
import { rangeOf } from '../history/range';
import { POSITION_LENGTH } from '../logs/logQuery';
import type { ApiRouter, RouterOptions } from './createRouter';
import { entityRefOf, limitOf, listOf } from './parameters';

const LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal'];

/** `GET /entities/{kind}/{namespace}/{name}/logs`. */
export function addLogsRoute(
  router: ApiRouter,
  { access, logs }: RouterOptions,
): void {
  router.get(
    '/entities/:kind/:namespace/:name/logs',
    async (request, response) => {
      const credentials = await access.require(
        request,
        gomonLogsReadPermission,
      );
      const entityRef = entityRefOf(request.params);
      const { cursor, level, limit, metric, query } = request.query;
      const filter = {
        words: query?.trim() || undefined,
        levels: levelsOf(level),
        metrics: listOf(metric),
        range: rangeOf(request.query, new Date()),
        limit: limitOf(limit),
        after: cursor ? decodeCursor(cursor, POSITION_LENGTH) : undefined,
      };
      await access.component(entityRef, credentials);
      response.json(await logs.read(entityRef, filter));
    },
  );
}

function levelsOf(text: string | undefined): string[] | undefined {
  const levels = listOf(text)?.map(level => level.toLowerCase());
  if (levels?.some(level => !LEVELS.includes(level))) {
    throw new InputError(
      `Parameter level: expected one or more of ${LEVELS.join(', ')}`,
    );
  }
  return levels;
}
