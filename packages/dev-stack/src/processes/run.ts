import { spawnGuarded, type Command } from './spawnGuarded';

/** What a program said and how it ended. */
export interface RunResult {
  code: number | null;
  output: string;
}

/** Runs a program to its end; its output is kept, never shown. */
export async function run(command: Command): Promise<RunResult> {
  const child = spawnGuarded(command);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8');
    stream.on('data', (text: string) => {
      output += text;
    });
  }
  const closed = [child.stdout, child.stderr].map(
    stream => new Promise(resolve => stream.once('close', resolve)),
  );
  const { code } = await child.exited;
  await Promise.all(closed);
  return { code, output };
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
