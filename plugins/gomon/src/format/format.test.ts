import { formatAge, formatSeconds } from './duration';
import { formatClock, secondsSince } from './moment';
import { formatCount, formatMeasure } from './number';
import { formatBytes, formatBytesPerSecond } from './size';

const plain = (text: string) => text.replaceAll(/[\u202f\u00a0]/g, ' ');

describe('formatCount', () => {
  it.each([
    [0, '0'],
    [4120, '4,120'],
    [748_800, '748,800'],
    [9_999_999, '9,999,999'],
    [12_480_000, '12.5M'],
  ])('writes %d as %s', (value, text) => {
    expect(formatCount(value, 'en')).toBe(text);
  });

  it("separates thousands in the reader's way", () => {
    expect(formatCount(748_800, 'de')).toBe('748.800');
  });
});

describe('formatMeasure', () => {
  it.each([
    [0, '0'],
    [0.001234, '0.0012'],
    [0.198, '0.2'],
    [-0.256, '-0.26'],
    [1.234, '1.23'],
    [12.449, '12.4'],
    [416.2, '416'],
    [999.6, '1,000'],
    [12_480.4, '12,480'],
  ])('writes %d as %s', (value, text) => {
    expect(formatMeasure(value, 'en')).toBe(text);
  });
});

describe('formatAge', () => {
  it.each([
    [-3, '0 s'],
    [0.9, '0 s'],
    [59.9, '59 s'],
    [60, '1 min'],
    [3_599, '59 min'],
    [3_600, '1 h'],
    [31 * 86_400, '31 d'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(plain(formatAge(seconds, 'en'))).toBe(text);
  });
});

describe('formatSeconds', () => {
  it.each([
    [0, '0 s'],
    [0.0123, '12.3 ms'],
    [1.256, '1.26 s'],
    [59, '59 s'],
    [125, '2 min'],
  ])('writes %d seconds as %s', (seconds, text) => {
    expect(plain(formatSeconds(seconds, 'en'))).toBe(text);
  });
});

describe('formatBytes', () => {
  it.each([
    [0, '0 B'],
    [1023, '1,023 B'],
    [1024, '1 KiB'],
    [512 * 1024 ** 2, '512 MiB'],
    [1.5 * 1024 ** 3, '1.5 GiB'],
  ])('writes %d bytes as %s', (bytes, text) => {
    expect(plain(formatBytes(bytes, 'en'))).toBe(text);
  });
});

describe('formatBytesPerSecond', () => {
  it.each([
    [999, '999 B/s'],
    [12_400_000, '12.4 MB/s'],
  ])('writes %d bytes a second as %s', (rate, text) => {
    expect(plain(formatBytesPerSecond(rate, 'en'))).toBe(text);
  });
});

describe('formatClock', () => {
  const noon = Date.parse('2025-05-03T12:00:00');

  it('is the time of day alone today', () => {
    expect(formatClock('2025-05-03T09:05:00', noon, 'en')).toMatch(
      /^9:05\sAM$/,
    );
  });

  it('names the day of anything older', () => {
    expect(formatClock('2025-05-01T09:05:00', noon, 'en')).toMatch(
      /^May 1, 2025/,
    );
  });
});

describe('secondsSince', () => {
  it('is never negative, since two clocks may differ', () => {
    expect(
      secondsSince('2025-05-03T12:00:05Z', Date.parse('2025-05-03T12:00:00Z')),
    ).toBe(0);
  });
});
