import { HealthEvent, Status } from '@gomon/plugin-gomon-common';
import { isTelling, toLanes, toSegments, uptimeOf } from './lanes';

const change = (atMs: number, to: Status, from?: Status): HealthEvent => ({
  at: new Date(atMs).toISOString(),
  environment: 'default',
  kind: from ? 'transition' : 'first-seen',
  entityRef: 'resource:default/kafka',
  title: 'Kafka',
  sentence: '',
  from,
  to,
});

describe('toSegments', () => {
  it('puts transitions end to end, whatever order they came in', () => {
    expect(
      toSegments(
        [change(60, 'ok', 'down'), change(40, 'down', 'ok')],
        [0, 100],
      ),
    ).toEqual([
      { fromMs: 0, toMs: 40, status: 'ok' },
      { fromMs: 40, toMs: 60, status: 'down' },
      { fromMs: 60, toMs: 100, status: 'ok' },
    ]);
  });

  it('leaves open what was before a component was first seen', () => {
    expect(toSegments([change(40, 'ok')], [0, 100])).toEqual([
      { fromMs: 40, toMs: 100, status: 'ok' },
    ]);
  });

  it('draws what did not change as what it is now', () => {
    const since = new Date(30).toISOString();
    expect(toSegments([], [0, 100], { status: 'ok', since })).toEqual([
      { fromMs: 30, toMs: 100, status: 'ok' },
    ]);
  });

  it('draws nothing of what it does not know', () => {
    expect(toSegments([], [0, 100], { status: 'unknown' })).toEqual([]);
  });
});

describe('uptimeOf', () => {
  it('is the share of time in which everything held', () => {
    expect(
      uptimeOf([
        { fromMs: 0, toMs: 75, status: 'ok' },
        { fromMs: 75, toMs: 100, status: 'down' },
      ]),
    ).toBe(0.75);
  });

  it('does not count time in which nobody watched', () => {
    expect(
      uptimeOf([{ fromMs: 0, toMs: 75, status: 'not-configured' }]),
    ).toBeUndefined();
  });
});

describe('toLanes', () => {
  const kafka = {
    entityRef: 'resource:default/kafka',
    title: 'Kafka',
    affectedBy: [],
  };

  it('leaves out what was never set up', () => {
    expect(
      toLanes([{ ...kafka, status: 'not-configured' }], [], [0, 100]),
    ).toEqual([]);
  });

  it('leaves it out when it has only just been registered, too', () => {
    const seen = change(50, 'not-configured');
    expect(
      toLanes([{ ...kafka, status: 'not-configured' }], [seen], [0, 100]),
    ).toEqual([]);
    expect(isTelling(seen)).toBe(false);
    expect(isTelling(change(50, 'ok'))).toBe(true);
  });

  it('keeps what was set up once', () => {
    const lost = change(50, 'not-configured', 'ok');
    const lanes = toLanes(
      [{ ...kafka, status: 'not-configured' }],
      [lost],
      [0, 100],
    );
    expect(lanes).toHaveLength(1);
  });

  it('keeps transitions of pipelines out of the lanes of components', () => {
    const pipeline = { ...change(50, 'down', 'ok'), kind: 'pipeline' };
    const since = new Date(0).toISOString();
    expect(
      toLanes([{ ...kafka, status: 'ok', since }], [pipeline], [0, 100])[0]
        .uptime,
    ).toBe(1);
  });
});
