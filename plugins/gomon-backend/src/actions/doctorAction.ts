import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { gomonHealthReadPermission } from '@gomon/plugin-gomon-common';
import { examine } from '../doctor/examine';
import { ActionOptions, readOnly } from './options';

/** What is missing for full health. */
export function doctorAction(
  registry: ActionsRegistryService,
  { access, components, requireRead, topology }: ActionOptions,
): void {
  registry.register({
    name: 'examine-setup',
    title: 'What is missing for full health',
    description:
      'Lists what gomon lacks to watch everything: configuration, annotations and rights, each with the line to add.',
    attributes: readOnly,
    visibilityPermission: gomonHealthReadPermission,
    schema: {
      input: z => z.object({}),
      output: z =>
        z.object({
          findings: z.array(
            z.object({
              title: z.string(),
              sentence: z.string(),
              whatToDo: z.string(),
              lines: z.string().optional(),
            }),
          ),
        }),
    },
    async action({ credentials }) {
      await requireRead(credentials);
      const [known, healths] = await Promise.all([
        topology(),
        components.healths(),
      ]);
      const findings = examine(known, healths);
      const readable = await access.readable(
        findings.flatMap(({ entityRef }) => entityRef ?? []),
        credentials,
      );
      return {
        output: {
          findings: findings
            .filter(({ entityRef }) => !entityRef || readable.has(entityRef))
            .map(({ title, sentence, action }) => ({
              title,
              sentence,
              whatToDo: action.text,
              lines: action.configuration ?? action.command,
            })),
        },
      };
    },
  });
}
