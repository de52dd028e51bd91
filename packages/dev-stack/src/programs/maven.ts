import { Problem } from '../problem';
import { run } from '../processes/run';
import { onPath } from './onPath';

// Pinned: each Maven has another default, and finds it by asking the registry.
const PLUGIN = 'org.apache.maven.plugins:maven-dependency-plugin:3.6.1';

/** One call of Maven's dependency plugin. */
export interface MavenCall {
  /** What is fetched, in sentences: `Kafka 4.4.0`. */
  title: string;
  goal: 'copy' | 'copy-dependencies' | 'unpack';
  args: string[];
  cwd: string;
  /** What else can be done, after `or`. */
  otherwise: string;
}

/** Fetches something from the Maven registry with the Maven on PATH. */
export async function fetchByMaven(call: MavenCall): Promise<void> {
  const { title, otherwise } = call;
  const file = onPath('mvn');
  if (!file) {
    throw new Problem(
      `${title} cannot be fetched: Maven (mvn) is not on PATH: install it (Debian: apt-get install maven; macOS: brew install maven), or ${otherwise}.`,
    );
  }
  const { code, output } = await run({
    file,
    args: [
      '--batch-mode',
      '--no-transfer-progress',
      `${PLUGIN}:${call.goal}`,
      ...call.args,
    ],
    cwd: call.cwd,
  });
  if (code !== 0) {
    throw new Problem(
      `${title} could not be fetched by Maven (${reasonIn(
        output,
      )}): check the network and Maven's settings and try again, or ${otherwise}.`,
    );
  }
}

/** Maven's first error is its reason; the lines after it advise. */
export function reasonIn(output: string): string {
  const error = output
    .split('\n')
    .map(line => /^\[(?:ERROR|FATAL)\]\s+(.+)/.exec(line)?.[1])
    .find(Boolean);
  return (error ?? 'it said nothing').slice(0, 600);
}
