import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';

const CREDENTIAL = /^\s*(password|bearerToken|apiKey|key|token|secret)\??:/;

describe('config.d.ts', () => {
  it('marks every credential as a secret, and shows nothing to the browser', async () => {
    const file = resolve(__dirname, '../../config.d.ts');
    const text = await readFile(file, 'utf8');
    const lines = text.split('\n');
    const credentials = lines.flatMap((line, index) => {
      if (!CREDENTIAL.test(line)) return [];
      const comment = lines.slice(0, index).join('\n').split(/[;{]/).at(-1)!;
      return [[line.trim(), comment]];
    });
    expect(credentials.length).toBeGreaterThan(10);
    const open = credentials.filter(
      ([, before]) => !before.includes('@visibility secret'),
    );
    expect(open).toEqual([]);
    expect(text).not.toContain('@visibility frontend');
  });
});
