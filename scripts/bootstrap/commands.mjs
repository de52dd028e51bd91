import { join } from 'node:path';
import { root } from './places.mjs';

// kafkajs computes timeouts that newer Nodes find negative, to no effect.
const QUIET = '--disable-warning=TimeoutNegativeWarning';

const bin = name => join(root, 'node_modules', '.bin', name);

/** A TypeScript program of ours: the toolchain's Node with tsx as its loader. */
const typescript = file => args => ({
  node: true,
  args: [QUIET, '--import', 'tsx', join(root, file), ...args],
});

/** An installed program; several run one after the other, the first failure ends it. */
const programs =
  (...steps) =>
  args => ({
    steps: steps.map(([name, ...fixed]) => ({
      file: bin(name),
      args: [...fixed, ...args],
    })),
  });

/** The packages that others install. */
const published = ['gomon', 'gomon-common', 'gomon-node', 'gomon-backend'].map(
  name => `plugins/${name}`,
);

/** The scripts of the root, by name. */
export const commands = {
  dev: typescript('packages/dev-stack/src/cli/dev.ts'),
  stack: typescript('packages/dev-stack/src/cli/stack.ts'),
  reset: typescript('packages/dev-stack/src/cli/reset.ts'),
  test: typescript('packages/checks/src/cli/test.ts'),
  verify: typescript('packages/checks/src/cli/verify.ts'),
  faults: typescript('packages/faults/src/cli.ts'),
  quality: typescript('packages/quality/src/main.ts'),
  fleet: typescript('packages/fleet/src/cli.ts'),
  bench: typescript('packages/bench/src/cli.ts'),
  screenshots: typescript('packages/checks/src/cli/screenshots.ts'),
  'bundle-size': typescript('packages/checks/src/cli/bundleSize.ts'),
  tsc: programs(['tsc']),
  'api-reports': args => ({
    steps: [
      { file: bin('tsc'), args: [] },
      {
        file: bin('backstage-repo-tools'),
        // Another plugin's types come from its sources here, which are no declarations; a member may say all by its name.
        args: [
          'api-reports',
          ...published,
          '--omit-messages',
          'ae-wrong-input-file-type,ae-undocumented',
          ...args,
        ],
      },
    ],
  }),
  lint: programs(['backstage-cli', 'repo', 'lint', '--max-warnings', '0']),
  format: programs(['prettier', '--write', '**/*.{ts,tsx,js,cjs,mjs,css}']),
  build: args => ({
    yarn: true,
    args: [
      'workspaces',
      'foreach',
      '-A',
      '--topological-dev',
      'run',
      'build',
      ...args,
    ],
  }),
  // For `yarn install` and `yarn add` where no Yarn 4 is on PATH.
  yarn: args => ({ bare: true, yarn: true, args }),
};
