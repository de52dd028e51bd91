const HEAD = `# Benchmarks

Written by \`yarn bench\`. Times are seconds of CPU, which other work on a machine changes less than the clock; compare figures of one run with each other, not with those of another machine.
`;

/** Puts a section in the place of the one with its heading, or behind all others. Each is written by a run of its own. */
export function withSection(
  page: string,
  heading: string,
  lines: readonly string[],
): string {
  const [, ...sections] = page.split(/^(?=## )/m).map(text => text.trim());
  const text = [`## ${heading}`, '', ...lines].join('\n').trim();
  const at = sections.findIndex(own => own.startsWith(`## ${heading}\n`));
  const all = at === -1 ? [...sections, text] : sections.toSpliced(at, 1, text);
  return `${[HEAD.trim(), ...all].join('\n\n')}\n`;
}
