import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { InputError, NotFoundError } from '@backstage/errors';
import {
  gomonHealthReadPermission,
  gomonSilencePermission,
} from '@gomon/plugin-gomon-common';
import { momentOf } from '../history/range';
import type { ApiRouter, RouterOptions } from './createRouter';
import { entityRefFromText } from './parameters';

/** The longest anything can be kept quiet. What is quiet for longer is forgotten. */
const LONGEST_MS = 30 * 86_400_000;

/** `GET /silences`, `POST /silences` and `DELETE /silences/{id}`: maintenance, acknowledge and mute. */
export function addSilencesRoutes(
  router: ApiRouter,
  { access, auditor, silences, onChange }: RouterOptions,
): void {
  router.get('/silences', async (request, response) => {
    const credentials = await access.require(
      request,
      gomonHealthReadPermission,
    );
    const ref = request.query.entityRef?.toLocaleLowerCase('en-US');
    const all = await silences.current(new Date(), ref);
    const readable = await access.readable(
      all.map(({ entityRef }) => entityRef),
      credentials,
    );
    response.json({
      items: all.filter(({ entityRef }) => readable.has(entityRef)),
    });
  });

  router.post('/silences', async (request, response) => {
    const credentials = await access.require(request, gomonSilencePermission);
    const { kind, reason } = request.body;
    const now = new Date();
    const entityRef = entityRefFromText(request.body.entityRef);
    const from = momentOf('from', request.body.from) ?? now;
    const until = momentOf('until', request.body.until)!;
    if (until <= from || until <= now) {
      throw new InputError(
        'Parameter until: expected a moment after `from` and after now',
      );
    }
    if (until.getTime() - now.getTime() > LONGEST_MS) {
      throw new InputError(
        'Parameter until: expected at most 30 days from now',
      );
    }
    const meta = { entityRef, kind, until: until.toISOString() };
    const event = await auditor.createEvent({
      eventId: 'silence-create',
      severityLevel: 'medium',
      request,
      meta,
    });
    try {
      await access.component(entityRef, credentials);
      const silence = await silences.create({
        entityRef,
        kind,
        reason,
        createdBy: callerOf(credentials),
        createdAt: now.toISOString(),
        from: from.toISOString(),
        until: until.toISOString(),
      });
      await event.success({ meta: { id: silence.id } });
      await onChange();
      response.status(201).json(silence);
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });

  router.delete('/silences/:id', async (request, response) => {
    const credentials = await access.require(request, gomonSilencePermission);
    const { id } = request.params;
    const event = await auditor.createEvent({
      eventId: 'silence-end',
      severityLevel: 'medium',
      request,
      meta: { id },
    });
    try {
      const silence = await silences.find(id);
      const readable = await access.readable(
        silence ? [silence.entityRef] : [],
        credentials,
      );
      if (readable.size === 0) {
        throw new NotFoundError('There is no such silence, or it is over');
      }
      const ended = await silences.end(id, callerOf(credentials), new Date());
      await event.success();
      await onChange();
      response.json(ended);
    } catch (error) {
      await event.fail({ error: error as Error });
      throw error;
    }
  });
}

function callerOf({ principal }: BackstageCredentials): string {
  const { userEntityRef, subject } = principal as {
    userEntityRef?: string;
    subject?: string;
  };
  return userEntityRef ?? subject ?? 'unknown';
}
