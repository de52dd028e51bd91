import { Problem } from '../problem';
import { lastLine, run } from '../processes/run';
import { typescriptProgram } from '../processes/typescriptProgram';

/** Runs the set-up of packages/quality: gate, project and token; it changes only what differs. */
export async function setUpCodeQuality(
  url: string,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const program = typescriptProgram('packages/quality/src/main.ts');
  const { code, output } = await run({
    ...program,
    args: [...program.args, '--set-up'],
    env: { ...env, SONAR_HOST_URL: url },
  });
  if (code !== 0) {
    throw new Problem(
      `SonarQube at ${url} was not made ready for gomon (${lastLine(
        output,
      )}): run \`yarn quality --plan\` with SONAR_HOST_URL and SONAR_TOKEN to see what stands in the way.`,
    );
  }
}
