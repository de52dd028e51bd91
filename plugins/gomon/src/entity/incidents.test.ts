import { EntityHistory } from '@gomon/plugin-gomon-common';
import { courseOf, incidentsOf } from './incidents';

const history = (more: Partial<EntityHistory>): EntityHistory => ({
  entityRef: 'resource:default/kafka',
  from: '2025-01-01T00:00:00.000Z',
  to: '2025-01-01T01:00:00.000Z',
  transitions: [],
  shares: {},
  ...more,
});

const start = Date.parse('2025-01-01T00:00:00.000Z');

describe('courseOf', () => {
  it('is one stretch where nothing changed', () => {
    expect(courseOf(history({ shares: { ok: 1 } }))).toEqual([
      { fromMs: start, toMs: start + 3_600_000, status: 'ok' },
    ]);
  });

  it('is empty where nothing was observed', () => {
    expect(courseOf(history({}))).toEqual([]);
  });
});

describe('incidentsOf', () => {
  it('keeps what was wrong', () => {
    const at = '2025-01-01T00:30:00.000Z';
    expect(
      incidentsOf(
        history({
          transitions: [
            {
              at,
              environment: 'default',
              kind: 'transition',
              title: 'Kafka',
              sentence: '',
              from: 'ok',
              to: 'degraded',
            },
          ],
        }),
      ),
    ).toEqual([
      {
        fromMs: Date.parse(at),
        toMs: start + 3_600_000,
        status: 'degraded',
      },
    ]);
  });
});
