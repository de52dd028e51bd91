import type { Findings } from './findings';
import type { VerifyPart } from './part';

/** The page of docs/verification that tells what a part ran and saw. */
export function page(part: VerifyPart, findings: Findings, at: Date): string {
  const versions = Object.entries(findings.versions)
    .map(([program, version]) => `${program} ${version}`)
    .join(', ');
  return [
    `# Verification: ${part.title}`,
    '',
    part.about,
    '',
    `Written by \`yarn verify ${part.name}\` on ${at
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ')} UTC. ${
      findings.held ? 'Every bar was held.' : '**Not every bar was held.**'
    }`,
    '',
    `With ${versions}.`,
    '',
    '## What was run',
    '',
    '```sh',
    ...findings.commands,
    '```',
    '',
    '## What was seen',
    '',
    '| what | seen | bar | |',
    '|---|---|---|---|',
    ...findings.all.map(({ what, saw, bar = '', held }) =>
      row([what, saw, bar, verdict(held)]),
    ),
    '',
  ].join('\n');
}

function verdict(held: boolean | undefined): string {
  if (held === undefined) {
    return '';
  }
  return held ? 'held' : '**missed**';
}

function row(cells: string[]): string {
  const safe = cells.map(cell =>
    cell.replaceAll('|', '\\|').replaceAll('\n', ' '),
  );
  return `| ${safe.join(' | ')} |`;
}
