import { once } from 'node:events';
import { waitUntil } from '../src';
import {
  type CommandProcess,
  leftOf,
  processesOf,
  runCommand,
} from '../src/cli/commandProcess';

describe('spawnGuarded', () => {
  let owner: CommandProcess;

  beforeEach(() => {
    owner = runCommand('integration/fixtures/owner.ts', []);
  });
  afterEach(() => {
    owner.kill('SIGKILL');
  });

  it('leaves no process behind when its owner is killed by force', async () => {
    const [line] = await once(owner.stdout!, 'data');
    const group = Number(line);
    // The shell and its two children, which come some moments after it.
    const complete = await waitUntil(() => processesOf([group]).length >= 3, {
      withinMs: 60_000,
    });
    expect(complete).toBe(true);
    owner.kill('SIGKILL');
    expect(await leftOf([group])).toEqual([]);
  });
});
