import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../problem';
import { lastLine, run } from '../processes/run';

/** What is built; its staging modules carry the same number with a 0 in front. */
export const KUBERNETES_VERSION = '1.33.13';
const STAGING_VERSION = '0.33.13';
const KWOK_VERSION = '0.8.0';

/**
 * Builds programs of Kubernetes and kwok from their Go modules.
 *
 * Kubernetes is not made to be required by others: its go.mod replaces its own staging modules by folders that only
 * its repository has. A small module that replaces them by their published versions builds the same programs.
 */
export async function buildControlPlane(
  go: string,
  dir: string,
  names: string[],
): Promise<void> {
  await mkdir(dir, { recursive: true });
  if (names.includes('kwok')) {
    const kwok = `sigs.k8s.io/kwok/cmd/kwok@v${KWOK_VERSION}`;
    await goRun(go, dir, ['install', kwok], { GOBIN: dir });
  }
  const programs = names.filter(name => name !== 'kwok');
  if (programs.length === 0) {
    return;
  }
  const work = await mkdtemp(join(tmpdir(), 'gomon-kubernetes-'));
  try {
    await writeFile(join(work, 'go.mod'), await moduleFile(go, work));
    const packages = programs.map(
      name => `k8s.io/kubernetes/cmd/${name}@v${KUBERNETES_VERSION}`,
    );
    await goRun(go, work, ['get', '-tool', ...packages]);
    for (const name of programs) {
      const out = join(dir, name);
      const main = `k8s.io/kubernetes/cmd/${name}`;
      const flags = ['-trimpath', '-ldflags', linkerFlags()];
      await goRun(go, work, ['build', ...flags, '-o', out, main]);
    }
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function moduleFile(go: string, work: string): Promise<string> {
  await writeFile(join(work, 'go.mod'), 'module local.test/query\n');
  const module = `k8s.io/kubernetes@v${KUBERNETES_VERSION}`;
  const output = await goRun(go, work, ['mod', 'download', '-json', module]);
  const json = output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1);
  const { GoMod } = JSON.parse(json) as { GoMod: string };
  return replaceStaging(await readFile(GoMod, 'utf8'));
}

/** A module file that requires Kubernetes, with its staging modules as they are published. */
export function replaceStaging(kubernetesModFile: string): string {
  const lines = kubernetesModFile.split('\n');
  const goLine = lines.find(line => /^go \d/.test(line));
  const godebug = lines.filter(line => /^godebug /.test(line));
  const block = /^godebug \($[^)]*^\)$/m.exec(kubernetesModFile)?.[0];
  const staging = lines
    .map(line => /^\s*(k8s\.io\/\S+) => /.exec(line)?.[1])
    .filter(Boolean)
    .map(name => `\t${name} => ${name} v${STAGING_VERSION}`);
  return [
    'module local.test/kubernetes',
    goLine,
    ...(block ? [block] : godebug),
    `require k8s.io/kubernetes v${KUBERNETES_VERSION}`,
    'replace (',
    ...staging,
    ')',
    '',
  ].join('\n');
}

function linkerFlags(): string {
  const [major, minor] = KUBERNETES_VERSION.split('.');
  const version = 'k8s.io/component-base/version';
  const client = 'k8s.io/client-go/pkg/version';
  const values = [
    `${version}.gitVersion=v${KUBERNETES_VERSION}`,
    `${version}.gitMajor=${major}`,
    `${version}.gitMinor=${minor}`,
    `${client}.gitVersion=v${KUBERNETES_VERSION}`,
  ];
  return ['-s', '-w', ...values.map(value => `-X ${value}`)].join(' ');
}

async function goRun(
  go: string,
  cwd: string,
  args: string[],
  env: NodeJS.ProcessEnv = {},
): Promise<string> {
  const { code, output } = await run({
    file: go,
    args,
    cwd,
    env: { ...process.env, ...env },
  });
  if (code !== 0) {
    throw new Problem(
      `Kubernetes ${KUBERNETES_VERSION} could not be built (go ${
        args[0]
      }: ${lastLine(
        output,
      )}): check the network, Go's version and the disk, and try again.`,
    );
  }
  return output;
}
