import { repositoryRoot } from '../directories';

/** A TypeScript program of this repository, run from its root by this Node. */
export function typescriptProgram(path: string): {
  file: string;
  args: string[];
  cwd: string;
} {
  return {
    file: process.execPath,
    args: ['--enable-source-maps', '--import', 'tsx', path],
    cwd: repositoryRoot,
  };
}
