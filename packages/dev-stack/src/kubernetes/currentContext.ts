import { Problem } from '../problem';
import { lastLine, run } from '../processes/run';

/**
 * The current context of kubectl; undefined where there is none.
 *
 * @throws Problem when there is one and its cluster does not answer
 */
export async function currentContext(
  kubectl: string,
  env: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const ask = (...args: string[]) => run({ file: kubectl, args, env });
  const { code, output } = await ask('config', 'current-context');
  if (code !== 0) return undefined;
  const context = output.trim();
  const version = await ask(
    ...['version', `--context=${context}`, '--request-timeout=10s'],
  );
  if (version.code !== 0) {
    throw new Problem(
      `The cluster of kubectl's current context ${context} does not answer (${lastLine(
        version.output,
      )}): start it, or set KUBECONFIG=/dev/null to have a control plane of this stack's own.`,
    );
  }
  return context;
}
