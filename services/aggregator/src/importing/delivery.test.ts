import { Attempt } from '../database/attempt';
import { deliver, DeliveryEdges } from './delivery';

const limits = {
  firstDelayMs: 100,
  maxDelayMs: 1_000,
  firstTimeoutMs: 500,
  maxTimeoutMs: 4_000,
};
const ok: Attempt = { kind: 'answered', status: 204, body: '' };
const status = (code: number): Attempt => ({
  kind: 'answered',
  status: code,
  body: '',
});
const reset: Attempt = { kind: 'failed', code: 'ECONNRESET', message: '' };

function edges(script: {
  attempts: Attempt[];
  looks?: boolean[];
  incarnations?: (string | undefined)[];
  wanted?: () => boolean;
}) {
  const log: string[] = [];
  const attempts = [...script.attempts];
  const looks = [...(script.looks ?? [])];
  const incarnations = [...(script.incarnations ?? ['a'])];
  const edge: DeliveryEdges = {
    incarnation: () =>
      incarnations.length > 1 ? incarnations.shift() : incarnations[0],
    look: async () => {
      const result = looks.shift() ?? true;
      log.push(result ? 'seen' : 'not seen');
      return result;
    },
    post: async (_lines, timeoutMs) => {
      log.push(`post ${timeoutMs}`);
      return attempts.shift() ?? ok;
    },
    pause: async ms => {
      log.push(`pause ${ms}`);
    },
    onTrouble: verdict => log.push(verdict),
    onAttempt: () => undefined,
    isWanted: script.wanted ?? (() => true),
    now: () => 42,
    random: () => 1,
  };
  return { edge, log };
}

describe('deliver', () => {
  it('ends with the first acceptance and names the life that was seen before', async () => {
    const { edge } = edges({ attempts: [ok], incarnations: ['a', 'b'] });
    expect(await deliver('x', limits, edge)).toEqual({
      kind: 'accepted',
      sentAtMs: 42,
      atMs: 42,
      incarnation: 'a',
      attempts: 1,
    });
  });

  it('tries again after a failure, and looks at the database before it does', async () => {
    const { edge, log } = edges({
      attempts: [reset, status(503), ok],
      incarnations: ['a', 'b', 'b'],
    });
    const result = await deliver('x', limits, edge);
    expect(result).toMatchObject({ kind: 'accepted', incarnation: 'b' });
    expect(log).toEqual([
      'post 500',
      'retry',
      'pause 100',
      'seen',
      'post 500',
      'retry',
      'pause 200',
      'seen',
      'post 500',
    ]);
  });

  it('sends nothing while it cannot see which life of the database it would be', async () => {
    const { edge, log } = edges({
      attempts: [ok],
      looks: [false, false, true],
      incarnations: [undefined, undefined, undefined, 'a'],
    });
    await deliver('x', limits, edge);
    expect(log.filter(line => line.startsWith('post'))).toHaveLength(1);
    expect(log.indexOf('post 500')).toBe(log.length - 1);
    expect(log.filter(line => line === 'unseen')).toHaveLength(2);
  });

  it.each([
    [401, 'unauthorised'],
    [404, 'misdirected'],
  ])('blocks on HTTP %i, and never skips', async (code, verdict) => {
    const { edge, log } = edges({
      attempts: [status(code), status(code), status(code), ok],
    });
    expect(await deliver('x', limits, edge)).toMatchObject({
      kind: 'accepted',
      attempts: 4,
    });
    expect(log.filter(line => line === verdict)).toHaveLength(3);
  });

  it('hands a refusal of the content back', async () => {
    const { edge } = edges({ attempts: [status(400)] });
    expect(await deliver('x', limits, edge)).toEqual({
      kind: 'refused',
      attempt: status(400),
    });
  });

  it('gives up when nobody wants it any more', async () => {
    let asked = 0;
    const { edge } = edges({
      attempts: [reset, reset, reset, reset, reset],
      wanted: () => ++asked < 4,
    });
    expect(await deliver('x', limits, edge)).toBeUndefined();
  });
});
