import { join } from 'node:path';
import { Problem } from '../problem';
import { run } from '../processes/run';
import { onPath } from './onPath';

const NEEDED = 17;
const ADVICE =
  'install one (Debian: apt-get install openjdk-17-jre-headless; macOS: brew install openjdk@17) and put it on PATH or in JAVA_HOME';

/** The Java to run a server with: JAVA_HOME first, then PATH; 17 or newer. */
export async function findJava(
  thing: string,
  otherwise: string,
): Promise<string> {
  const home = process.env.JAVA_HOME;
  const candidates = [home && join(home, 'bin', 'java'), onPath('java')];
  let found: string | undefined;
  for (const java of candidates) {
    if (!java) {
      continue;
    }
    const { code, output } = await run({ file: java, args: ['-version'] });
    const major = code === 0 ? majorOf(output) : undefined;
    if (major !== undefined && major >= NEEDED) {
      return java;
    }
    if (major !== undefined) {
      found = `${java} is Java ${major}`;
    }
  }
  throw new Problem(
    `${thing} needs Java ${NEEDED} or newer and ${
      found ?? 'there is none on PATH or in JAVA_HOME'
    }: ${ADVICE}, or ${otherwise}.`,
  );
}

/** Reads `17.0.15` and `1.8.0_292` alike. */
export function majorOf(versionOutput: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(versionOutput);
  return match ? Number(match[1]) : undefined;
}
