import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readmeMetrics, readmeSettings } from './readme';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');

describe('README', () => {
  it('lists every setting as it is declared', () => {
    expect(readme).toContain(readmeSettings());
  });

  it('lists every metric as it is declared', async () => {
    expect(readme).toContain(await readmeMetrics());
  });
});
