import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { gomonHealthReadPermission } from '@gomon/plugin-gomon-common';
import { onlyReadable, refsOf } from '../router/visiblePipeline';
import { ActionOptions, readOnly } from './options';

/** How the pipelines are doing, and what is to blame. */
export function pipelineHealthAction(
  registry: ActionsRegistryService,
  { access, pipelines, requireRead }: ActionOptions,
): void {
  registry.register({
    name: 'get-pipeline-health',
    title: 'Health of the pipelines',
    description:
      'Tells how the metrics, logs and code quality pipelines are doing: status, the cause in one sentence, what it means and what to do. Use it first when something seems wrong.',
    attributes: readOnly,
    visibilityPermission: gomonHealthReadPermission,
    schema: {
      input: z =>
        z.object({
          environment: z
            .string()
            .optional()
            .describe('Only pipelines of this environment.'),
        }),
      output: z =>
        z.object({
          pipelines: z.array(
            z.object({
              name: z.string(),
              environment: z.string().optional(),
              status: z.string(),
              sentence: z.string().optional(),
              causes: z.array(
                z.object({
                  entityRef: z.string(),
                  sentence: z.string(),
                  meaning: z.string().optional(),
                  whatToDo: z.string().optional(),
                  since: z.string(),
                }),
              ),
            }),
          ),
        }),
    },
    async action({ input, credentials }) {
      await requireRead(credentials);
      const all = await pipelines.all(input.environment);
      const readable = await access.readable(all.flatMap(refsOf), credentials);
      return {
        output: {
          pipelines: all
            .map(pipeline => onlyReadable(pipeline, readable))
            .map(({ name, environment, status, sentence, causes }) => ({
              name,
              environment,
              status,
              sentence,
              causes: causes.map(cause => ({
                entityRef: cause.entityRef,
                sentence: cause.sentence,
                meaning: cause.meaning,
                whatToDo: cause.action?.command ?? cause.action?.text,
                since: cause.since,
              })),
            })),
        },
      };
    },
  });
}
