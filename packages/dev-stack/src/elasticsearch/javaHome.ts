import { dirname, resolve } from 'node:path';
import { run } from '../processes/run';

/** The home of a Java: what it says itself, since `java` on PATH may be a link or a stub. */
export async function javaHome(java: string): Promise<string> {
  const { output } = await run({
    file: java,
    args: ['-XshowSettings:properties', '-version'],
  });
  const told = /^\s*java\.home = (.+)$/m.exec(output)?.[1].trim();
  return told ?? resolve(dirname(java), '..');
}
