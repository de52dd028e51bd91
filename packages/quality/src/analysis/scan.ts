import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Problem, repositoryRoot, run } from '@gomon/dev-stack';

/** What is to be scanned, and where the result goes. */
export interface ScanOptions {
  url: string;
  token: string;
  projectKey: string;
  /** The folder with sonar-project.properties. */
  folder: string;
  /** Laid over sonar-project.properties. */
  properties?: Record<string, string>;
}

/** A scan that was handed to the server. */
export interface Scan {
  /** The server's task that works it in. */
  taskId: string;
  seconds: number;
}

/**
 * Runs the vendor's scanner. It takes its engine and its Java from the server, so it needs nothing but that. The token goes
 * by the environment: arguments can be read by everybody on the machine.
 */
export async function scan(options: ScanOptions): Promise<Scan> {
  const work = join(options.folder, '.gomon', 'scannerwork');
  const properties = {
    'sonar.projectKey': options.projectKey,
    'sonar.working.directory': work,
    ...options.properties,
  };
  const began = performance.now();
  const { code, output } = await run({
    file: process.execPath,
    args: [
      join(repositoryRoot, 'node_modules/@sonar/scan/bin/sonar-scanner'),
      ...Object.entries(properties).map(
        ([name, value]) => `-D${name}=${value}`,
      ),
    ],
    cwd: options.folder,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      SONAR_HOST_URL: options.url,
      SONAR_TOKEN: options.token,
      SONAR_USER_HOME: join(repositoryRoot, '.gomon/cache/sonar'),
    },
  });
  if (code !== 0) {
    throw new Problem(
      `the scanner ended with exit code ${code}:\n${errorsIn(output)}`,
    );
  }
  const report = await readFile(join(work, 'report-task.txt'), 'utf8');
  const taskId = /^ceTaskId=(.+)$/m.exec(report)?.[1];
  if (!taskId) {
    throw new Problem(
      `the scanner named no task in ${work}/report-task.txt: look whether it ran in that folder.`,
    );
  }
  return { taskId, seconds: (performance.now() - began) / 1000 };
}

function errorsIn(output: string): string {
  const lines = output.split('\n').filter(line => /\bERROR\b/.test(line));
  return (lines.length > 0 ? lines : output.trim().split('\n'))
    .slice(-10)
    .join('\n')
    .slice(-2_000);
}
