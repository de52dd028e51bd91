import { timeLimit } from './timeLimit';

const never = () => new AbortController().signal;
const fired = (signal: AbortSignal) =>
  new Promise<{ name: string; message: string }>(resolve => {
    if (signal.aborted) resolve(signal.reason);
    else signal.addEventListener('abort', () => resolve(signal.reason));
  });

describe('timeLimit', () => {
  it('fires after its time', async () => {
    expect(await fired(timeLimit(20, never()))).toMatchObject({
      name: 'TimeoutError',
      message: 'no answer within 0.02 s',
    });
  });

  it('fires with the other signal, also when that has fired before', async () => {
    const stop = new AbortController();
    const early = timeLimit(60_000, stop.signal);
    stop.abort(new Error('the engine stops'));
    const late = timeLimit(60_000, stop.signal);
    for (const signal of [early, late]) {
      expect((await fired(signal)).message).toBe('the engine stops');
    }
  });
});
