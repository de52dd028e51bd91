import {
  SchedulerService,
  SchedulerServiceTaskInvocationDefinition,
} from '@backstage/backend-plugin-api';
import { silentLogger } from '../testing/fixtures';
import { CycleResult } from './Engine';
import { scheduleEngine } from './scheduleEngine';

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** Lets one turn of the schedule pass, and counts the looks in it. */
async function looksInOneTurn(
  intervalMs: number,
  results: (Partial<CycleResult> | Error)[],
): Promise<{ looks: number; told: string[] }> {
  let task: SchedulerServiceTaskInvocationDefinition['fn'] | undefined;
  const runCycle = jest.fn(async () => {
    const result = results.shift() ?? {};
    if (result instanceof Error) throw result;
    return { changed: false, undecided: false, ...result };
  });
  const told: string[] = [];
  await scheduleEngine({
    engine: { runCycle },
    lease: { hold: async () => true },
    scheduler: {
      scheduleTask: async (definition: { fn: typeof task }) => {
        task = definition.fn;
      },
    } as unknown as SchedulerService,
    logger: silentLogger,
    intervalMs,
    onChange: async () => void told.push('changed'),
    onCycle: result => void told.push(result),
  });
  const turn = (task as (signal: AbortSignal) => Promise<void>)(
    new AbortController().signal,
  );
  await jest.advanceTimersByTimeAsync(intervalMs);
  await turn;
  return { looks: runCycle.mock.calls.length, told };
}

describe('the schedule of the engine', () => {
  const undecided = { undecided: true };

  it('looks once while all is as it was', async () => {
    expect((await looksInOneTurn(15_000, [{}])).looks).toBe(1);
  });

  it('looks again soon while something does not count yet', async () => {
    expect((await looksInOneTurn(15_000, [undecided, {}])).looks).toBe(2);
    const many = Array.from({ length: 99 }, () => undecided);
    expect((await looksInOneTurn(60_000, many)).looks).toBe(12);
  });

  it('never looks more often than every five seconds', async () => {
    expect((await looksInOneTurn(5000, [undecided, undecided])).looks).toBe(1);
  });

  it('tells of changes, and of a cycle that failed', async () => {
    const { told } = await looksInOneTurn(15_000, [
      { changed: true, undecided: true },
      new Error('no database'),
    ]);
    expect(told).toEqual(['done', 'changed', 'failed']);
  });
});
