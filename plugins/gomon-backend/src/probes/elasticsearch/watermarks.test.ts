import { freeBytesAt, watermarksOf } from './watermarks';

const GIB = 1024 ** 3;
const prefix = 'cluster.routing.allocation.disk';

describe('the disk watermarks of Elasticsearch', () => {
  it.each([
    ['95%', undefined, 1000 * GIB, 50 * GIB],
    ['0.95', '-1', 1000 * GIB, 50 * GIB],
    ['95%', '100GB', 10_000 * GIB, 100 * GIB],
    ['95%', '100GB', 100 * GIB, 5 * GIB],
    ['500mb', undefined, 1000 * GIB, GIB * (500 / 1024)],
    ['1.5gb', '-1', 10 * GIB, 1.5 * GIB],
    ['100%', '-1', 10 * GIB, 0],
  ])('reads %s with headroom %s', (limit, maxHeadroom, total, free) => {
    expect(freeBytesAt({ limit, maxHeadroom }, total)).toBeCloseTo(free, -3);
  });

  it('says what it cannot read', () => {
    expect(() => freeBytesAt({ limit: 'much' }, GIB)).toThrow(
      'much is neither a share nor bytes',
    );
  });

  it('lets what was set go before the defaults', () => {
    expect(
      watermarksOf({
        defaults: {
          [`${prefix}.threshold_enabled`]: 'true',
          [`${prefix}.watermark.high`]: '90%',
          [`${prefix}.watermark.high.max_headroom`]: '150GB',
          [`${prefix}.watermark.flood_stage`]: '95%',
        },
        persistent: { [`${prefix}.watermark.flood_stage`]: '97%' },
        transient: { [`${prefix}.threshold_enabled`]: 'false' },
      }),
    ).toEqual({
      enabled: false,
      high: { limit: '90%', maxHeadroom: '150GB' },
      flood: { limit: '97%', maxHeadroom: undefined },
    });
  });
});
