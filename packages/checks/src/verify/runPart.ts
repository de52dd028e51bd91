import { mkdir, writeFile } from 'node:fs/promises';
import { arch, cpus, platform, release } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot, sentenceOf } from '@gomon/dev-stack';
import { Findings } from './findings';
import { page } from './page';
import type { VerifyPart } from './part';

/**
 * Runs one part and writes its page; resolves to whether every bar was held.
 *
 * @param only - the cases to run; the page, which tells of all of them, is not written then
 */
export async function runPart(
  part: VerifyPart,
  only?: RegExp,
): Promise<boolean> {
  say(`\n=== ${part.title} (about ${part.minutes} min)\n`);
  const findings = new Findings(({ what, saw, bar, held }) => {
    const verdict =
      held === undefined ? '' : ` (${bar}: ${held ? 'held' : 'MISSED'})`;
    say(`${what}: ${saw}${verdict}\n`);
  });
  findings.version('Node', process.versions.node);
  findings.version(`${platform()} ${arch()}`, release().split('-')[0]);
  findings.version('processors', String(cpus().length));
  try {
    await part.run(findings, only);
  } catch (error) {
    findings.holds('run', 'ends', sentenceOf(error), false);
  }
  if (only) return findings.held;
  const folder = join(repositoryRoot, 'docs', 'verification');
  const file = join(folder, `${part.name}.md`);
  await mkdir(folder, { recursive: true });
  await writeFile(file, page(part, findings, new Date()));
  say(`\nWritten to docs/verification/${part.name}.md\n`);
  return findings.held;
}

function say(text: string): void {
  process.stdout.write(text);
}
