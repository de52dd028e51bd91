import { cpuMsOf } from './cpuTime';

describe('cpuMsOf', () => {
  it('grows while a process works', async () => {
    const before = await cpuMsOf(process.pid);
    const until = process.cpuUsage().user + 20_000;
    while (process.cpuUsage().user < until);
    expect((await cpuMsOf(process.pid)) - before).toBeGreaterThan(15);
  });
});
