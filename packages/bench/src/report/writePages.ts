import { repositoryRoot } from '@gomon/dev-stack';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Results } from '../results/results';
import { renderPage } from './page';
import { renderSizing } from './renderSizing';

/** Writes the pages that follow from what was measured. */
export async function writePages(results: Results): Promise<void> {
  await write('benchmarks.md', renderPage(results));
  const sizing = renderSizing(results);
  if (sizing !== undefined) await write('sizing.md', sizing);
}

async function write(name: string, text: string): Promise<void> {
  await writeFile(join(repositoryRoot, 'docs', name), text);
}
