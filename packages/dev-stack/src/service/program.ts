import { bundle, coverageBundle } from './bundle';

/** Names the folder that services leave their coverage in, in V8's own format. `yarn quality` sets it. */
export const SERVICE_COVERAGE_FOLDER = 'GOMON_SERVICE_COVERAGE';

/** What is run as a service, and what its environment has besides its settings. */
export interface ServiceProgram {
  file: string;
  env: Record<string, string>;
}

/**
 * A service's program: what is shipped, or, where its coverage is wanted, one whose lines can be told apart. Node writes
 * coverage when a process ends by itself: one that ends by SIGKILL leaves none.
 */
export async function serviceProgram(
  name: 'agent' | 'aggregator',
): Promise<ServiceProgram> {
  const folder = process.env[SERVICE_COVERAGE_FOLDER];
  return folder
    ? { file: await coverageBundle(name), env: { NODE_V8_COVERAGE: folder } }
    : { file: await bundle(name), env: {} };
}
