import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { settingsTable } from '@gomon/service-kit';
import { settings } from './settings';

it('lists every setting in the README as the command has it', () => {
  const readme = readFileSync(resolve(__dirname, '../README.md'), 'utf8');
  const plain = (table: string) =>
    table.replace(/ +/g, ' ').replace(/-+/g, '-');
  expect(plain(readme)).toContain(plain(settingsTable(settings)));
});
