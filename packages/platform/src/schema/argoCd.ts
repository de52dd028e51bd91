import { join } from 'node:path';
import { lastLine, onPath, Problem, run } from '@gomon/dev-stack';

/** The Argo CD whose resource definitions the manifests are checked against. */
export const ARGO_CD_VERSION = '3.5.7';

/** The files that define Application and AppProject, out of Argo CD's Go module. */
export async function argoCdDefinitions(): Promise<string[]> {
  const go = onPath('go');
  if (!go) {
    throw new Problem(
      'The definitions of Argo CD come from its Go module, and Go is not on PATH: install it.',
    );
  }
  const module = `github.com/argoproj/argo-cd/v3@v${ARGO_CD_VERSION}`;
  const { output } = await run({
    file: go,
    args: ['mod', 'download', '-json', module],
    // Outside of any module of this machine.
    env: { ...process.env, GO111MODULE: 'on', GOFLAGS: '-mod=mod' },
    cwd: '/',
  });
  const folder = /"Dir": "([^"]+)"/.exec(output)?.[1];
  if (!folder) {
    throw new Problem(
      `Argo CD ${ARGO_CD_VERSION} could not be fetched as a Go module (${lastLine(
        output,
      )}): check the network and Go's version.`,
    );
  }
  return ['application', 'appproject'].map(name =>
    join(folder, 'manifests', 'crds', `${name}-crd.yaml`),
  );
}
