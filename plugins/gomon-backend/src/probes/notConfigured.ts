import { CheckReport } from '@gomon/plugin-gomon-node';

/** The check of a component whose system the configuration does not know. */
export function notConfigured(
  probeId: string,
  title: string,
  configuration: string,
): CheckReport {
  return {
    id: `${probeId}.setup`,
    title: 'Set up',
    status: 'not-configured',
    sentence: `${title} is not set up: gomon does not know where it answers. It does not count against its pipeline.`,
    action: {
      text: 'Add these lines to the configuration of the backend, with your own address.',
      configuration,
    },
  };
}
