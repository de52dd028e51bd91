import { Attempt, describeAttempt, judge } from './attempt';

const answered = (status: number, body = ''): Attempt => ({
  kind: 'answered',
  status,
  body,
});

describe('judge', () => {
  it.each([
    [200, 'accepted'],
    [204, 'accepted'],
    [301, 'misdirected'],
    [400, 'refused'],
    [401, 'unauthorised'],
    [403, 'unauthorised'],
    [404, 'misdirected'],
    [408, 'retry'],
    [413, 'too-large'],
    [429, 'retry'],
    [500, 'retry'],
    [503, 'retry'],
  ])('takes HTTP %i as %s', (status, verdict) => {
    expect(judge(answered(status))).toBe(verdict);
  });

  it('tries again when nothing was answered', () => {
    expect(judge({ kind: 'timeout', afterMs: 10 })).toBe('retry');
    expect(
      judge({ kind: 'failed', code: 'ECONNREFUSED', message: 'refused' }),
    ).toBe('retry');
  });
});

describe('describeAttempt', () => {
  it('keeps a long answer short and on one line', () => {
    const text = describeAttempt(
      answered(503, `disk\n full ${'x'.repeat(900)}`),
    );
    expect(text).toMatch(/^HTTP 503: disk full x+$/);
    expect(text.length).toBeLessThan(220);
  });

  it('names the code of a failure once', () => {
    expect(
      describeAttempt({
        kind: 'failed',
        code: 'ECONNREFUSED',
        message: 'connect ECONNREFUSED 127.0.0.1:1',
      }),
    ).toBe('connect ECONNREFUSED 127.0.0.1:1');
  });
});
