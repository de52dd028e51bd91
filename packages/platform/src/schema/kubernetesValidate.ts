import { existsSync } from 'node:fs';
import { join } from 'node:path';
import {
  lastLine,
  onPath,
  Problem,
  repositoryRoot,
  run,
} from '@gomon/dev-stack';

/** The validator of the Python registry that brings the schemas of every Kubernetes version along. */
export const KUBERNETES_VALIDATE_VERSION = '1.37.0';

/**
 * What kubernetes-validate finds wrong with a file of manifests, strictly, for Kubernetes 1.33: a second opinion beside
 * our own schemas.
 */
export async function kubernetesValidate(file: string): Promise<string[]> {
  const program = await find();
  const { code, output } = await run({
    file: program,
    args: ['--strict', '--quiet', '--no-warn', '-k', '1.33', file],
  });
  const lines = output.split('\n').filter(Boolean);
  const wrong = lines.filter(line => /^ERROR/.test(line));
  return code === 0 || wrong.length > 0 ? wrong : [lastLine(output)];
}

async function find(): Promise<string> {
  const folder = join(
    repositoryRoot,
    '.gomon/programs',
    `kubernetes-validate-${KUBERNETES_VALIDATE_VERSION}`,
  );
  const program = join(folder, 'bin', 'kubernetes-validate');
  if (existsSync(program)) {
    return program;
  }
  const python = onPath('python3');
  if (!python) {
    throw new Problem(
      'kubernetes-validate needs Python and python3 is not on PATH: install it.',
    );
  }
  const steps = [
    { file: python, args: ['-m', 'venv', folder] },
    {
      file: join(folder, 'bin', 'pip'),
      args: [
        'install',
        '--quiet',
        `kubernetes-validate==${KUBERNETES_VALIDATE_VERSION}`,
      ],
    },
  ];
  for (const step of steps) {
    const { code, output } = await run(step);
    if (code !== 0) {
      throw new Problem(
        `kubernetes-validate could not be installed (${lastLine(
          output,
        )}): check the network and Python's venv module.`,
      );
    }
  }
  return program;
}
