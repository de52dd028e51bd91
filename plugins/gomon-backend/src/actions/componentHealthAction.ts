import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { NotFoundError } from '@backstage/errors';
import { gomonHealthReadPermission } from '@gomon/plugin-gomon-common';
import { entityRefFromText } from '../router/parameters';
import { ActionOptions, readOnly } from './options';

/** How one component is doing, check by check. */
export function componentHealthAction(
  registry: ActionsRegistryService,
  { access, components, requireRead }: ActionOptions,
): void {
  registry.register({
    name: 'get-component-health',
    title: 'Health of a component',
    description:
      'Tells how one component of gomon is doing: every check with its sentence, worst first, and the commands to operate it.',
    attributes: readOnly,
    visibilityPermission: gomonHealthReadPermission,
    schema: {
      input: z =>
        z.object({
          entityRef: z
            .string()
            .describe('Full entity reference, such as resource:default/kafka.'),
        }),
      output: z =>
        z.object({
          status: z.string(),
          role: z.string().optional(),
          since: z.string().optional(),
          affectedBy: z.array(z.string()),
          checks: z.array(
            z.object({
              title: z.string(),
              status: z.string(),
              sentence: z.string(),
            }),
          ),
          commands: z.array(
            z.object({ text: z.string(), command: z.string().optional() }),
          ),
        }),
    },
    async action({ input, credentials }) {
      await requireRead(credentials);
      const entityRef = entityRefFromText(input.entityRef);
      await access.component(entityRef, credentials);
      const health = await components.health(entityRef);
      if (!health) throw new NotFoundError('gomon has not looked at it yet');
      const readable = await access.readable(health.affectedBy, credentials);
      return {
        output: {
          status: health.status,
          role: health.role,
          since: health.since,
          affectedBy: health.affectedBy.filter(ref => readable.has(ref)),
          checks: health.checks.map(({ title, status, sentence }) => ({
            title,
            status,
            sentence,
          })),
          commands: health.runbook.map(({ text, command }) => ({
            text,
            command,
          })),
        },
      };
    },
  });
}
