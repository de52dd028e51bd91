import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { repositoryRoot } from '@gomon/dev-stack';
import { generatedFiles } from '../files/generatedFiles';

async function generate(): Promise<void> {
  for (const [path, content] of generatedFiles()) {
    const file = join(repositoryRoot, path);
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, content);
    process.stdout.write(`${path}\n`);
  }
}

void generate();
