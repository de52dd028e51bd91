import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Problem } from '../problem';
import { run } from '../processes/run';
import { onPath } from './onPath';

const adviceFor = (needed: number) =>
  `install one (Debian: apt-get install openjdk-${needed}-jre-headless; macOS: brew install openjdk@${needed}) and put it on PATH or in JAVA_HOME`;

/** The Java to run a server with: JAVA_HOME first, then PATH, then what the system has installed beside that; 17 or newer unless told otherwise. */
export async function findJava(
  thing: string,
  otherwise: string,
  needed = 17,
): Promise<string> {
  const home = process.env.JAVA_HOME;
  const candidates = [
    home && join(home, 'bin', 'java'),
    onPath('java'),
    ...installedJavas(),
  ];
  let found: string | undefined;
  for (const java of candidates) {
    if (!java) {
      continue;
    }
    const { code, output } = await run({ file: java, args: ['-version'] });
    const major = code === 0 ? majorOf(output) : undefined;
    if (major !== undefined && major >= needed) {
      return java;
    }
    if (major !== undefined) {
      found ??= `${java} is Java ${major}`;
    }
  }
  throw new Problem(
    `${thing} needs Java ${needed} or newer and ${
      found ?? 'there is none on PATH or in JAVA_HOME'
    }: ${adviceFor(needed)}, or ${otherwise}.`,
  );
}

/** Reads `17.0.15` and `1.8.0_292` alike. */
export function majorOf(versionOutput: string): number | undefined {
  const match = /version "(?:1\.)?(\d+)/.exec(versionOutput);
  return match ? Number(match[1]) : undefined;
}

// Where Linux distributions keep several, each in a folder of its own.
const INSTALLED = '/usr/lib/jvm';

function installedJavas(): string[] {
  return (existsSync(INSTALLED) ? readdirSync(INSTALLED) : [])
    .map(name => join(INSTALLED, name, 'bin', 'java'))
    .filter(existsSync);
}
