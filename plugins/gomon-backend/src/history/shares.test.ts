import { HealthEvent, Status } from '@gomon/plugin-gomon-common';
import { sharesOfTime } from './shares';

const from = new Date('2025-01-01T00:00:00Z');
const to = new Date('2025-01-01T10:00:00Z');
const event = (hour: number, to_: Status, from_?: Status): HealthEvent => ({
  at: new Date(from.getTime() + hour * 3600_000).toISOString(),
  environment: 'default',
  kind: 'transition',
  title: '',
  sentence: '',
  from: from_,
  to: to_,
});

describe('sharesOfTime', () => {
  it('counts the status from before the range', () => {
    expect(sharesOfTime(event(-5, 'ok'), [], from, to)).toEqual({ ok: 1 });
  });

  it('divides the time by the transitions in it', () => {
    const within = [event(2, 'down', 'ok'), event(3, 'ok', 'down')];
    expect(sharesOfTime(event(-1, 'ok'), within, from, to)).toEqual({
      ok: 0.9,
      down: 0.1,
    });
  });

  it('knows the status before the first transition from that transition', () => {
    expect(sharesOfTime(undefined, [event(5, 'down', 'ok')], from, to)).toEqual(
      { ok: 0.5, down: 0.5 },
    );
  });

  it('leaves out the time before a component was first seen', () => {
    expect(sharesOfTime(undefined, [event(8, 'degraded')], from, to)).toEqual({
      degraded: 1,
    });
  });

  it('claims nothing where nothing was observed', () => {
    expect(sharesOfTime(undefined, [], from, to)).toEqual({});
  });
});
