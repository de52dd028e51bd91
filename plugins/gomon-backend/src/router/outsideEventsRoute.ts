import {
  gomonEventCreatePermission,
  HealthEvent,
} from '@gomon/plugin-gomon-common';
import { InputError } from '@backstage/errors';
import { momentOf } from '../history/range';
import type { ApiRouter, RouterOptions } from './createRouter';
import { entityRefFromText } from './parameters';

/** Kinds that gomon writes itself: nobody else may make a status up. */
const OWN_KINDS = ['transition', 'first-seen', 'pipeline'];

/** `POST /events`: something from outside for the timeline, such as a deployment. */
export function addOutsideEventsRoute(
  router: ApiRouter,
  {
    access,
    auditor,
    components,
    environments,
    events,
    onChange,
  }: RouterOptions,
): void {
  router.post('/events', async (request, response) => {
    const credentials = await access.require(
      request,
      gomonEventCreatePermission,
    );
    const { kind, title, sentence, url } = request.body;
    if (OWN_KINDS.includes(kind)) {
      throw new InputError(
        `Parameter kind: ${OWN_KINDS.join(', ')} are gomon's own`,
      );
    }
    if (url !== undefined && !/^https?:\/\//.test(url)) {
      throw new InputError('Parameter url: expected http:// or https://');
    }
    const entityRef =
      request.body.entityRef && entityRefFromText(request.body.entityRef);
    if (entityRef) await access.component(entityRef, credentials);
    const health = entityRef ? await components.health(entityRef) : undefined;
    const environment =
      request.body.environment ?? health?.environment ?? environments[0];
    if (!environments.includes(environment)) {
      throw new InputError(
        `Parameter environment: expected one of ${environments.join(', ')}`,
      );
    }
    const at = momentOf('at', request.body.at) ?? new Date();
    const event: HealthEvent = {
      at: at.toISOString(),
      environment,
      kind,
      entityRef,
      title,
      sentence,
      url,
    };
    await events.add([event]);
    const audit = await auditor.createEvent({
      eventId: 'event-create',
      severityLevel: 'medium',
      request,
      meta: { kind, entityRef: entityRef ?? '' },
    });
    await audit.success();
    await onChange();
    response.status(201).json(event);
  });
}
