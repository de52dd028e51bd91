import { repositoryRoot } from '@gomon/dev-stack';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

const PLUGIN = join(repositoryRoot, 'plugins', 'gomon-backend');

/** Every test that the page names: its file, and its title. */
async function testsOnThePage(): Promise<[file: string, title: string][]> {
  const page = await readFile(
    join(repositoryRoot, 'docs', 'security.md'),
    'utf8',
  );
  return page
    .split('\n')
    .filter(line => /^\|.*\.test\.ts`/.test(line))
    .flatMap(line => {
      let file = '';
      const words = line.matchAll(/`([\w/]+\.test\.ts)`|"([^"]+)"/g);
      return [...words].flatMap(([, name, title]): [string, string][] => {
        file = name ?? file;
        return title ? [[file, title]] : [];
      });
    });
}

describe('docs/security.md', () => {
  it('names tests that are there', async () => {
    const tests = await testsOnThePage();
    expect(tests.length).toBeGreaterThan(20);
    const missing: string[] = [];
    for (const [file, title] of tests) {
      const folder = file.startsWith('integration/') ? '' : 'src';
      const text = await readFile(join(PLUGIN, folder, file), 'utf8').catch(
        () => '',
      );
      if (!text.includes(title)) missing.push(`${file}: ${title}`);
    }
    expect(missing).toEqual([]);
  });
});
