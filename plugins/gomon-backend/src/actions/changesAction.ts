import { ActionsRegistryService } from '@backstage/backend-plugin-api/alpha';
import { gomonHealthReadPermission } from '@gomon/plugin-gomon-common';
import { rangeOf } from '../history/range';
import { onlyReadableEvent, refsOfEvent } from '../router/visibleEvent';
import { ActionOptions, readOnly } from './options';

/** What changed since when. */
export function changesAction(
  registry: ActionsRegistryService,
  { access, events, requireRead }: ActionOptions,
): void {
  registry.register({
    name: 'get-changes',
    title: 'What changed',
    description:
      'Lists what changed since a moment, newest first: transitions of components and pipelines, deployments, gate changes. Without a moment: the last hour.',
    attributes: readOnly,
    visibilityPermission: gomonHealthReadPermission,
    schema: {
      input: z =>
        z.object({
          since: z.string().optional().describe('ISO 8601.'),
        }),
      output: z =>
        z.object({
          changes: z.array(
            z.object({
              at: z.string(),
              kind: z.string(),
              title: z.string(),
              sentence: z.string(),
              from: z.string().optional(),
              to: z.string().optional(),
            }),
          ),
        }),
    },
    async action({ input, credentials }) {
      await requireRead(credentials);
      const { from, to } = rangeOf({ from: input.since }, new Date());
      const { items } = await events.page({ from, to, limit: 100 });
      const readable = await access.readable(
        items.flatMap(refsOfEvent),
        credentials,
      );
      return {
        output: {
          changes: items
            .flatMap(event => onlyReadableEvent(event, readable))
            .map(event => ({
              at: event.at,
              kind: event.kind,
              title: event.title,
              sentence: event.sentence,
              from: event.from,
              to: event.to,
            })),
        },
      };
    },
  });
}
