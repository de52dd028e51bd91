import { join } from 'node:path';
import { run } from '../processes/run';
import { findJava } from './java';
import { fetchMavenArtifact } from './mavenArtifact';
import { onPath } from './onPath';

/** JRuby of the line that Logstash 8.11 runs its filters on. */
export const JRUBY_VERSION = '9.4.14.0';

/** How a Ruby program is run here: the file to start, and what stands before the script. */
export interface Ruby {
  file: string;
  args: string[];
}

/**
 * Ruby on PATH (2.6 or newer), else JRuby on PATH, else JRuby of the Maven registry under Java.
 * Ruby starts in a tenth of a second and filters twice as many lines; JRuby is what Logstash runs.
 */
export async function findRuby(): Promise<Ruby> {
  const ruby = onPath('ruby');
  if (ruby && (await isNewEnough(ruby))) {
    return { file: ruby, args: [] };
  }
  const installed = onPath('jruby');
  return installed ? { file: installed, args: [] } : findJRuby();
}

/** JRuby of the Maven registry: the engine of Logstash, whatever is on PATH. */
export async function findJRuby(): Promise<Ruby> {
  const otherwise = 'put a Ruby 2.6 or newer on PATH';
  const java = await findJava('JRuby', otherwise);
  const folder = await fetchMavenArtifact({
    folder: `jruby-${JRUBY_VERSION}`,
    title: `JRuby ${JRUBY_VERSION}`,
    coordinates: `org.jruby:jruby-complete:${JRUBY_VERSION}`,
    otherwise,
  });
  const jar = join(folder, `jruby-complete-${JRUBY_VERSION}.jar`);
  // Small and quick to start: it filters lines of one development machine.
  const flags = ['-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1'];
  return { file: java, args: [...flags, '-jar', jar] };
}

async function isNewEnough(ruby: string): Promise<boolean> {
  const { code, output } = await run({
    file: ruby,
    args: ['-e', 'print RUBY_VERSION'],
  });
  const [major, minor] = output.split('.').map(Number);
  return code === 0 && (major > 2 || (major === 2 && minor >= 6));
}
