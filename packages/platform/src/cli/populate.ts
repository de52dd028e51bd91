import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { main } from '@gomon/dev-stack';
import { populate } from '../cluster/populate';

main(async () => {
  const dir = await mkdtemp(join(tmpdir(), 'gomon-populate-'));
  try {
    await populate(dir);
  } finally {
    await rm(dir, { recursive: true, force: true });
  }
  return 0;
});
