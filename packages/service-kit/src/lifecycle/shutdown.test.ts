import { createLogger } from '../logger';
import { Shutdown } from './shutdown';

describe('Shutdown', () => {
  let exits: unknown[];

  const shutdown = (limitMs = 60_000) =>
    new Shutdown(createLogger('gomon-probe', 'silent'), limitMs);

  beforeEach(() => {
    exits = [];
    jest.spyOn(process, 'exit').mockImplementation(code => {
      exits.push(code);
      return undefined as never;
    });
  });
  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('stops what was started last first, once', async () => {
    const stopped: string[] = [];
    const end = shutdown();
    end.onStop('pages', () => void stopped.push('pages'));
    end.onStop('consumer', async () => void stopped.push('consumer'));
    await Promise.all([end.run(0), end.run(1)]);
    expect(end.signal.aborted).toBe(true);
    expect(stopped).toEqual(['consumer', 'pages']);
    expect(exits).toEqual([0]);
  });

  it('goes on after a step that fails, and tells of it by the exit code', async () => {
    const stopped: string[] = [];
    const end = shutdown();
    end.onStop('pages', () => void stopped.push('pages'));
    end.onStop('consumer', () => Promise.reject(new Error('refused')));
    await end.run(0);
    expect(stopped).toEqual(['pages']);
    expect(exits).toEqual([1]);
  });

  it('does not wait for a step longer than it may', async () => {
    jest.useFakeTimers();
    const end = shutdown(5_000);
    end.onStop('consumer', () => new Promise(() => {}));
    void end.run(0);
    await jest.advanceTimersByTimeAsync(4_999);
    expect(exits).toEqual([]);
    await jest.advanceTimersByTimeAsync(1);
    expect(exits).toEqual([1]);
  });

  it('ends in order at the first signal, at once at the second', async () => {
    const before = process.listeners('SIGTERM');
    const beforeInt = process.listeners('SIGINT');
    const end = shutdown();
    end.listen();
    const [own] = process
      .listeners('SIGTERM')
      .filter(listener => !before.includes(listener));
    process.off('SIGTERM', own);
    process
      .listeners('SIGINT')
      .filter(listener => !beforeInt.includes(listener))
      .forEach(listener => process.off('SIGINT', listener));
    let release = () => {};
    end.onStop('consumer', () => new Promise<void>(done => (release = done)));
    own('SIGTERM');
    expect(end.signal.aborted).toBe(true);
    own('SIGTERM');
    expect(exits).toEqual([143]);
    release();
    await new Promise(setImmediate);
    expect(exits).toEqual([143, 0]);
  });
});
