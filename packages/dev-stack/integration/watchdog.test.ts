import { once } from 'node:events';
import { leftOf, processesOf, runCommand } from '../src/cli/commandProcess';

describe('spawnGuarded', () => {
  it('leaves no process behind when its owner is killed by force', async () => {
    const owner = runCommand('integration/fixtures/owner.ts', []);
    const [line] = await once(owner.stdout!, 'data');
    const group = Number(line);
    expect(processesOf([group]).length).toBeGreaterThanOrEqual(3);
    owner.kill('SIGKILL');
    expect(await leftOf([group])).toEqual([]);
  });
});
