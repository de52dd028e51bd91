import { join } from 'node:path';
import { repositoryRoot, run } from '@gomon/dev-stack';

/** Runs the set-up command against an Elasticsearch that has no lifecycle engine. */
export function setUpCommand(
  url: string,
  ...flags: string[]
): ReturnType<typeof run> {
  return run({
    file: process.execPath,
    args: [
      '--import',
      'tsx',
      join(repositoryRoot, 'packages/elasticsearch-setup/src/main.ts'),
      ...flags,
    ],
    cwd: repositoryRoot,
    env: {
      PATH: process.env.PATH,
      ELASTICSEARCH_URL: url,
      ELASTICSEARCH_LIFECYCLE: 'off',
    },
  });
}
