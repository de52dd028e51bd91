import { blocksOf, installCommands, linesFor } from './readme';

const page = [
  '```sh',
  'yarn dev',
  'yarn --cwd packages/app add @x/y',
  '```',
  '',
  '```tsx',
  "import { A } from 'a';",
  '',
  '// App.tsx',
  '<A />;',
  '',
  '// EntityPage.tsx',
  '<B />;',
  '// a word on it',
  '<C />;',
  '```',
].join('\n');

describe('what a README says', () => {
  it('is found by language', () => {
    expect(blocksOf(page, 'tsx')).toHaveLength(1);
    expect(blocksOf(page, 'yaml')).toEqual([]);
  });

  it('is found by the file that a comment names', () => {
    expect(linesFor(page, 'tsx', 'App.tsx')).toBe('<A />;');
    expect(linesFor(page, 'tsx', 'EntityPage.tsx')).toBe(
      '<B />;\n// a word on it\n<C />;',
    );
    expect(() => linesFor(page, 'tsx', 'Other.tsx')).toThrow('Other.tsx');
  });

  it('is a list of commands', () => {
    expect(installCommands(page)).toEqual([
      ['yarn', '--cwd', 'packages/app', 'add', '@x/y'],
    ]);
  });
});
