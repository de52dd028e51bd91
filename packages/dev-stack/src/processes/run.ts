import { once } from 'node:events';
import { spawnGuarded, type Command } from './spawnGuarded';

/** What a program said and how it ended. */
export interface RunResult {
  code: number | null;
  output: string;
}

/** Runs a program to its end; its output is kept, never shown. */
export async function run(command: Command): Promise<RunResult> {
  const child = spawnGuarded(command);
  const pieces: string[] = [];
  const streams = [child.stdout, child.stderr];
  streams.forEach(stream =>
    stream
      .setEncoding('utf8')
      .on('data', (text: string) => void pieces.push(text)),
  );
  await Promise.all([
    child.exited,
    ...streams.map(stream => once(stream, 'close')),
  ]);
  const { code } = await child.exited;
  return { code, output: pieces.join('') };
}

/** The last line that says something, for a sentence about a failure. */
export function lastLine(output: string): string {
  const lines = output
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean);
  const telling = lines.filter(line =>
    /error|fatal|panic|exception|not defined|cannot|failed/i.test(line),
  );
  return (telling.pop() ?? lines.pop() ?? 'no output').slice(0, 300);
}
