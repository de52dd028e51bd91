import manifest from '../package.json';

/** The version of this aggregator. */
export const VERSION: string = manifest.version;
