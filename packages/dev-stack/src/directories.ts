import { resolve } from 'node:path';

/** The root of the repository. */
// This package is never built: its sources stay where they are.
// eslint-disable-next-line no-restricted-syntax
export const repositoryRoot = resolve(__dirname, '../../..');

/** Where downloaded programs are kept; shared by every stack of this clone. */
export function programsDir(): string {
  return resolve(
    repositoryRoot,
    process.env.GOMON_PROGRAMS_DIR ?? '.gomon/programs',
  );
}

/** Where one stack keeps what it knows. */
export interface StackDirectories {
  /** Data of the servers: survives a restart, removed by a reset. */
  state: string;
  /** One log file a component. */
  logs: string;
  /** The control socket and the supervisor's process id. */
  run: string;
}

/** The folders of a stack below one folder, which is `.gomon` unless told otherwise. */
export function stackDirectories(
  base = process.env.GOMON_STATE_DIR ?? '.gomon',
): StackDirectories {
  const root = resolve(repositoryRoot, base);
  return {
    state: resolve(root, 'state'),
    logs: resolve(root, 'logs'),
    run: resolve(root, 'run'),
  };
}
