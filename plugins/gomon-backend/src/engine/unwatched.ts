import { stageNames } from '@gomon/plugin-gomon-common';
import { CheckReport, Component } from '@gomon/plugin-gomon-node';

/** The one check of a component that no probe answers for. */
export function unwatched({ title, stage }: Component): CheckReport {
  const known = (stageNames as readonly string[]).includes(stage);
  return {
    id: 'setup',
    title: 'Set up',
    status: 'not-configured',
    sentence: known
      ? `${title} is not watched yet: no probe for the stage "${stage}" is installed. It does not count against its pipeline.`
      : `${title} is not watched: "${stage}" is no stage that gomon or an installed module knows.`,
    action: known
      ? {
          text: 'Install a backend module that adds a probe for this stage through gomonProbesExtensionPoint of @gomon/plugin-gomon-node.',
        }
      : {
          text: `Set the annotation gomon.io/stage to one of: ${stageNames.join(
            ', ',
          )}.`,
        },
  };
}
