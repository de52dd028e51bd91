import { startedAtMs, startOf } from './processStart';

const stat =
  '42 (a (strange) name) S 1 42 42 0 -1 4194304 100 200 0 0 150 50 20 5 20 0 11 0 5025 0 0';

describe('startOf', () => {
  it('is as long ago as the process is old', () => {
    expect(startOf(stat, '60.25 100.00\n', 1_000_000)).toBe(990_000);
  });
});

describe('startedAtMs', () => {
  it('reads a process that runs', async () => {
    expect(await startedAtMs(process.pid)).toBeLessThan(Date.now() + 20);
  });
});
