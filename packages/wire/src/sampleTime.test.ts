import { emptyMetric } from './metric';
import { sampleTime } from './sampleTime';

const nowMs = Date.UTC(2026, 0, 1);
const day = 24 * 60 * 60 * 1000;
const at = (collectedAtMs: number) => ({ ...emptyMetric(), collectedAtMs });
const text = (timestamp: string) => ({ ...emptyMetric(), timestamp });

describe('sampleTime', () => {
  it('takes the exact time before the text of seconds', () => {
    expect(sampleTime({ ...at(1700000000123), timestamp: '5' }, {})).toBe(
      1700000000123,
    );
    expect(sampleTime(text('1700000000'), {})).toBe(1700000000000);
  });

  it.each(['', 'now', '-5', '1.5', '1e9', '0', '9'.repeat(16), ' 17'])(
    'refuses the text %j',
    timestamp =>
      expect(sampleTime(text(timestamp), {})).toBe('timestamp_invalid'),
  );

  it('recognizes seconds where milliseconds belong', () => {
    expect(sampleTime(at(1700000000), {})).toBe('timestamp_in_seconds');
  });

  it('refuses milliseconds where seconds belong, as a time far ahead', () => {
    expect(sampleTime(text('1700000000000'), { nowMs })).toBe(
      'timestamp_in_future',
    );
  });

  it('draws the line at the retention and at the future that is allowed', () => {
    const clock = { nowMs, retentionMs: 30 * day, maxFutureMs: 60_000 };
    expect(sampleTime(at(nowMs - 30 * day), clock)).toBe(nowMs - 30 * day);
    expect(sampleTime(at(nowMs - 30 * day - 1), clock)).toBe(
      'timestamp_too_old',
    );
    expect(sampleTime(at(nowMs + 60_000), clock)).toBe(nowMs + 60_000);
    expect(sampleTime(at(nowMs + 60_001), clock)).toBe('timestamp_in_future');
    expect(sampleTime(at(nowMs + 60_001), {})).toBe(nowMs + 60_001);
  });
});
