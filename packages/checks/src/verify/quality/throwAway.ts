import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The project's key. */
export const KEY = 'throw-away';

/** Lines that belong to no bug: enough for coverage to count, which takes 20 new lines. */
const FILLER = Array.from(
  { length: 30 },
  (_, n) => `  total += values[${n}] > ${n} ? values[${n}] : ${n};`,
);

/** A small project, as it is before anybody breaks it: tested, and without a finding. */
export async function writeProject(folder: string): Promise<void> {
  await mkdir(join(folder, 'src'), { recursive: true });
  await writeFile(
    join(folder, 'sonar-project.properties'),
    [
      'sonar.sources=src',
      'sonar.sourceEncoding=UTF-8',
      'sonar.javascript.lcov.reportPaths=lcov.info',
      // There is no history of lines here: what differs from the analysis before is new.
      'sonar.scm.disabled=true',
    ].join('\n'),
  );
  await writeFile(
    join(folder, 'src', 'add.js'),
    'export function add(a, b) {\n  return a + b;\n}\n',
  );
  await writeFile(
    join(folder, 'lcov.info'),
    'SF:src/add.js\nDA:1,1\nDA:2,1\nend_of_record\n',
  );
}

/** More than 20 new lines with a bug, a switched-off TLS verification, and no test. */
export async function breakProject(folder: string): Promise<void> {
  await writeFile(
    join(folder, 'src', 'broken.js'),
    [
      "import https from 'https';",
      '',
      'export function insecure() {',
      "  return https.request({ host: 'localhost', rejectUnauthorized: false });",
      '}',
      '',
      'export function total(values) {',
      '  let total = 0;',
      ...FILLER,
      // Both branches do the same.
      '  if (total > 5) {',
      '    return total;',
      '  } else {',
      '    return total;',
      '  }',
      '}',
      '',
    ].join('\n'),
  );
  const uncovered = Array.from({ length: 40 }, (_, n) => `DA:${n + 4},0`);
  await writeFile(
    join(folder, 'lcov.info'),
    [
      'SF:src/add.js\nDA:1,1\nDA:2,1\nend_of_record',
      'SF:src/broken.js',
      ...uncovered,
      'end_of_record\n',
    ].join('\n'),
  );
}
