import { Problem } from '../problem';
import { lastLine, run } from '../processes/run';
import { typescriptProgram } from '../processes/typescriptProgram';

/** Which Elasticsearch is to be made ready for the aggregator's log. */
export interface SetUpElasticsearchOptions {
  url: string;
  /** Whether it has a lifecycle engine. */
  lifecycle: boolean;
  /** Credentials and the like. */
  env?: NodeJS.ProcessEnv;
}

/** Runs the set-up command of packages/elasticsearch-setup; it changes only what differs. */
export async function setUpElasticsearch(
  options: SetUpElasticsearchOptions,
): Promise<void> {
  const { code, output } = await run({
    ...typescriptProgram('packages/elasticsearch-setup/src/main.ts'),
    env: {
      ...options.env,
      PATH: process.env.PATH,
      ELASTICSEARCH_URL: options.url,
      ELASTICSEARCH_LIFECYCLE: options.lifecycle ? 'on' : 'off',
    },
  });
  if (code !== 0) {
    throw new Problem(
      `Elasticsearch at ${
        options.url
      } was not made ready for the logs (${lastLine(
        output,
      )}): run \`yarn workspace @gomon/elasticsearch-setup start --plan\` to see what stands in the way.`,
    );
  }
}
