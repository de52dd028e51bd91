import { mockServices } from '@backstage/backend-test-utils';
import { Probe, Topology } from '@gomon/plugin-gomon-node';
import { toTopology } from '../catalog/toTopology';
import { entity } from '../testing/fixtures';
import { ProbeRunner } from './ProbeRunner';

const topology: Topology = toTopology(
  [entity('queue', 'broker'), entity('machines', 'agent')],
  'default',
);
const stop = new AbortController().signal;
const at = (seconds: number) => new Date(seconds * 1000);

function runnerOf(look: Probe['look']) {
  const probe: Probe = { id: 'test', stages: ['broker'], look };
  return new ProbeRunner(probe, {
    timeLimitMs: 50,
    logger: mockServices.logger.mock(),
  });
}

describe('ProbeRunner', () => {
  it('hands a probe the components of its stages only', async () => {
    const seen: string[] = [];
    const runner = runnerOf(async ({ components }) => {
      seen.push(...components.map(({ entityRef }) => entityRef));
      return { components: [] };
    });
    await runner.look(topology, at(0), stop);
    expect(seen).toEqual(['component:default/queue']);
  });

  it('does not call a probe that has no components', async () => {
    const look = jest.fn();
    const outcome = await runnerOf(look).look(
      { components: [], flows: [], dependencies: [] },
      at(0),
      stop,
    );
    expect(outcome.outcome).toBe('skipped');
    expect(look).not.toHaveBeenCalled();
  });

  it('ends a look that hangs at its time limit and tells it so by its signal', async () => {
    let signal: AbortSignal | undefined;
    const runner = runnerOf(context => {
      signal = context.signal;
      return new Promise(() => {});
    });
    expect(await runner.look(topology, at(0), stop)).toMatchObject({
      outcome: 'failed',
      reason: 'no answer within 0.05 s',
    });
    expect(signal?.aborted).toBe(true);
  });

  it('does not start a second look while the first one still runs', async () => {
    const look = jest.fn(() => new Promise<never>(() => {}));
    const runner = runnerOf(look);
    await runner.look(topology, at(0), stop);
    expect(await runner.look(topology, at(5), stop)).toMatchObject({
      outcome: 'failed',
      reason: 'its last look still runs',
    });
    expect(look).toHaveBeenCalledTimes(1);
  });

  it('treats a probe that throws at once like one that rejects', async () => {
    const runner = runnerOf(() => {
      throw new Error('no such file');
    });
    expect(await runner.look(topology, at(0), stop)).toMatchObject({
      outcome: 'failed',
      reason: 'no such file',
    });
  });

  it('backs off after the third failure, for at most half a minute', async () => {
    const look = jest.fn().mockRejectedValue(new Error('no'));
    const runner = runnerOf(look);
    for (let second = 0; second < 300; second += 5) {
      await runner.look(topology, at(second), stop);
    }
    expect(look.mock.calls.length).toBeLessThan(60);
    look.mockResolvedValue({ components: [] });
    expect((await runner.look(topology, at(335), stop)).outcome).toBe('report');
  });
});
