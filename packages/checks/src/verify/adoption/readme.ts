/** The text of every fenced block of a language in a Markdown page. */
export function blocksOf(markdown: string, language: string): string[] {
  const fence = new RegExp(`^\`\`\`${language}\\n([\\s\\S]*?)^\`\`\`$`, 'gm');
  return [...markdown.matchAll(fence)].map(([, text]) => text);
}

/**
 * What a page says to put into a file: the lines below the comment that names the file, up to the comment that names the
 * next one.
 *
 * @throws Error where no block names it
 */
export function linesFor(
  markdown: string,
  language: string,
  file: string,
): string {
  for (const block of blocksOf(markdown, language)) {
    const parts = block.split(/^(?:\/\/|#) (?=\S+\.(?:tsx?|yaml)$)/m);
    const part = parts.find(text => text.startsWith(`${file}\n`));
    if (part) return part.slice(file.length + 1).trim();
  }
  throw new Error(`No block of ${language} names the file ${file}`);
}

/** The commands of the section about adding the plugins, word by word. */
export function installCommands(markdown: string): string[][] {
  return blocksOf(markdown, 'sh')
    .flatMap(block => block.split('\n'))
    .filter(line => /^yarn --cwd packages\/\w+ add /.test(line))
    .map(line => line.split(/\s+/));
}
