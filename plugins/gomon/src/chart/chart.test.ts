import { axisTicks } from './axisTicks';
import { axisUnit } from './axisUnit';
import { extent, linePath, nearestPoint, newestPoint, Point } from './line';
import { linearScale, niceTicks } from './scale';
import { formatTick, timeTicks } from './timeTicks';

const identity = linearScale([0, 100], [0, 100]);

describe('linearScale', () => {
  it('maps a domain onto pixels and back', () => {
    const scale = linearScale([0, 10], [100, 0]);
    expect(scale(2.5)).toBe(75);
    expect(scale.invert(75)).toBe(2.5);
  });

  it('draws a line that never moves in the middle', () => {
    expect(linearScale([5, 5], [100, 0])(5)).toBe(50);
  });
});

describe('niceTicks', () => {
  it.each([
    [0, 97, 4, [0, 25, 50, 75, 100]],
    [0, 0.29, 3, [0, 0.1, 0.2, 0.3]],
    [0, 0, 2, [0, 0.5, 1]],
    [-3, 8, 4, [-5, 0, 5, 10]],
  ])('divides %d to %d into about %d parts', (min, max, count, ticks) => {
    expect(niceTicks(min, max, count)).toEqual(ticks);
  });
});

describe('axisTicks', () => {
  const GIB = 1024 ** 3;

  it.each([
    ['bytes', 43 * GIB, [0, 20 * GIB, 40 * GIB, 60 * GIB]],
    ['bytes', 900, [0, 500, 1000]],
    ['seconds', 40, [0, 20, 40]],
    ['seconds', 90, [0, 60, 120]],
    ['seconds', 9_000, [0, 3_600, 7_200, 10_800]],
    ['bytes/s', 18e6, [0, 10e6, 20e6]],
    ['percent', 97, [0, 50, 100]],
    ['messages', 1, [0, 1]],
  ] as const)('are round in %s up to %d', (unit, max, ticks) => {
    expect(axisTicks([0, max], unit, 3)).toEqual(ticks);
  });
});

describe('timeTicks', () => {
  const noon = Date.parse('2025-05-03T12:00:00');

  it('falls on round times', () => {
    const { ticks } = timeTicks(noon + 70_000, noon + 3_600_000, 6);
    expect(ticks.map(at => new Date(at).getMinutes())).toEqual([
      10, 20, 30, 40, 50, 0,
    ]);
  });

  it("falls on midnights of the reader's zone over days", () => {
    const { ticks } = timeTicks(noon, noon + 5 * 86_400_000, 6);
    expect(ticks.every(at => new Date(at).getHours() === 0)).toBe(true);
  });

  it('writes no more of a time than is needed', () => {
    expect(formatTick(noon, 86_400_000, 'en')).toBe('May 3');
    expect(formatTick(noon, 600_000, 'en')).toMatch(/^12:00/);
    expect(formatTick(noon, 15_000, 'en')).toMatch(/^12:00:00/);
  });
});

describe('linePath', () => {
  it('breaks where values are missing', () => {
    const points: Point[] = [
      [0, 1],
      [10, 2],
      [20, null],
      [30, 3],
      [40, 4],
    ];
    expect(linePath(points, identity, identity)).toBe('M0 1L10 2M30 3L40 4');
  });

  it('shows a point that stands alone', () => {
    expect(
      linePath(
        [
          [0, null],
          [10, 2],
          [20, null],
        ],
        identity,
        identity,
      ),
    ).toBe('M10 2h0.01');
  });
});

describe('nearestPoint', () => {
  const points: Point[] = [
    [0, 1],
    [10, 2],
    [20, 3],
  ];

  it.each([
    [-5, 0],
    [4, 0],
    [6, 10],
    [99, 20],
  ])('finds the one nearest to %d', (at, found) => {
    expect(nearestPoint(points, at)?.[0]).toBe(found);
  });

  it('finds none in an empty line', () => {
    expect(nearestPoint([], 4)).toBeUndefined();
  });
});

describe('newestPoint', () => {
  it('looks past what has not been seen yet', () => {
    const points: Point[] = [
      [0, 1],
      [10, 2],
      [20, null],
    ];
    expect(newestPoint(points)).toEqual([10, 2]);
  });

  it('finds none where nothing was seen', () => {
    expect(newestPoint([[0, null]])).toBeUndefined();
  });
});

describe('axisUnit', () => {
  it('leaves words to the caption', () => {
    expect(axisUnit('bytes/s')).toBe('bytes/s');
    expect(axisUnit('messages/s')).toBeUndefined();
  });
});

describe('extent', () => {
  it('looks over all lines and past gaps', () => {
    expect(
      extent([
        [
          [0, 3],
          [1, null],
        ],
        [[0, -1]],
      ]),
    ).toEqual([-1, 3]);
    expect(extent([[[0, null]]])).toBeUndefined();
  });
});
