import { join } from 'node:path';
import { Problem } from '../problem';
import { lastLine, run } from '../processes/run';
import { installOnce } from './installOnce';
import { onPath } from './onPath';

/** A program that is published as source in a Go module. */
export interface GoProgram {
  /** As it is called on PATH. */
  name: string;
  /** The package of its `main`. */
  module: string;
  version: string;
  /** Flags of `go install`. */
  flags?: readonly string[];
  /** Tells this from builds of the same program with other flags. */
  variant?: string;
}

/** The Go compiler on PATH, or undefined. */
export function findGo(): string | undefined {
  return onPath('go');
}

/**
 * A program on PATH, else one that Go builds from its module, once, into `.gomon/programs`.
 *
 * @returns its file
 * @throws Problem when neither is to be had
 */
export async function findGoProgram(program: GoProgram): Promise<string> {
  const { name, module, version, flags = [], variant } = program;
  const installed = onPath(name);
  if (installed) {
    return installed;
  }
  const build = [name, version, variant].filter(Boolean).join('-');
  const folder = await installOnce(build, async draft => {
    const go = findGo();
    if (!go) {
      throw new Problem(
        `${name} is not on PATH and cannot be built, because Go is not either: install one of the two.`,
      );
    }
    const { code, output } = await run({
      file: go,
      args: ['install', ...flags, `${module}@${version}`],
      env: { ...process.env, GOBIN: draft },
    });
    if (code !== 0) {
      throw new Problem(
        `${name} ${version} could not be built by Go (${lastLine(
          output,
        )}): check the network and try again, or put ${name} on PATH.`,
      );
    }
  });
  return join(folder, name);
}
