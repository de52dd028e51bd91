import { gomonHealthReadPermission } from '@gomon/plugin-gomon-common';
import { examine } from '../doctor/examine';
import type { ApiRouter, RouterOptions } from './createRouter';

/** `GET /doctor`: what is missing for full health. */
export function addDoctorRoute(
  router: ApiRouter,
  { access, components, topology }: RouterOptions,
): void {
  router.get('/doctor', async (request, response) => {
    const credentials = await access.require(
      request,
      gomonHealthReadPermission,
    );
    const [known, healths] = await Promise.all([
      topology(),
      components.healths(),
    ]);
    const findings = examine(known, healths);
    const readable = await access.readable(
      findings.flatMap(({ entityRef }) => entityRef ?? []),
      credentials,
    );
    response.json({
      items: findings.filter(
        ({ entityRef }) => !entityRef || readable.has(entityRef),
      ),
    });
  });
}
