import { Deployment, HealthEvent, Status } from '@gomon/plugin-gomon-common';
import { withFailures } from './wentBad';

const deployment = (...moments: string[]): Deployment => ({
  application: 'gomon',
  sync: 'synced',
  health: 'healthy',
  outOfSync: [],
  outOfSyncCount: 0,
  history: moments.map((deployedAt, index) => ({
    revision: `r${index}`,
    deployedAt,
  })),
});

const turned = (at: string, to: Status): HealthEvent => ({
  at,
  from: 'ok',
  to,
  environment: 'production',
  kind: 'transition',
  title: 'Kafka',
  sentence: '',
});

const failuresOf = (own: Deployment, ...events: HealthEvent[]) =>
  withFailures(own, events).history.map(({ wentBad }) => wentBad);

describe('withFailures', () => {
  it('puts a failure to the deployment that it followed', () => {
    const own = deployment('2026-01-01T12:00:00Z', '2026-01-01T09:00:00Z');
    expect(
      failuresOf(
        own,
        turned('2026-01-01T08:59:00Z', 'down'),
        turned('2026-01-01T09:01:00Z', 'ok'),
        turned('2026-01-01T12:03:00Z', 'degraded'),
        turned('2026-01-01T12:04:00Z', 'down'),
      ),
    ).toEqual([{ at: '2026-01-01T12:03:00Z', to: 'degraded' }, undefined]);
  });

  it('does not take a first sight for a change', () => {
    const seen = { ...turned('2026-01-01T12:01:00Z', 'down'), from: undefined };
    expect(failuresOf(deployment('2026-01-01T12:00:00Z'), seen)).toEqual([
      undefined,
    ]);
  });

  it('suspects no deployment of what failed late, or after the next one', () => {
    const own = deployment('2026-01-01T09:10:00Z', '2026-01-01T09:00:00Z');
    expect(failuresOf(own, turned('2026-01-01T09:41:00Z', 'down'))).toEqual([
      undefined,
      undefined,
    ]);
    expect(failuresOf(own, turned('2026-01-01T09:12:00Z', 'down'))).toEqual([
      { at: '2026-01-01T09:12:00Z', to: 'down' },
      undefined,
    ]);
  });
});
