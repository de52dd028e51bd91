import fc from 'fast-check';
import { decodeMetric } from './decode';
import { encodeMetric } from './encode';
import { arbitraryMetric } from './__testUtils__/arbitraryMetric';
import { metricType, toReflected } from './__testUtils__/reflection';

describe('the codec', () => {
  it('reads back what it wrote, absent fields absent and zeros zero', () => {
    fc.assert(
      fc.property(arbitraryMetric, metric => {
        expect(decodeMetric(encodeMetric(metric))).toEqual(metric);
      }),
    );
  });

  it('writes what metrics.proto says', () => {
    fc.assert(
      fc.property(arbitraryMetric, metric => {
        const read = metricType.decode(encodeMetric(metric));
        const shown = metricType.toObject(read, {
          longs: Number,
          arrays: true,
        });
        expect(shown).toEqual(withoutEmptyNames(toReflected(metric)));
      }),
    );
  });

  it('reads what metrics.proto says', () => {
    fc.assert(
      fc.property(arbitraryMetric, metric => {
        const message = metricType.fromObject(toReflected(metric));
        expect(decodeMetric(metricType.encode(message).finish())).toEqual(
          metric,
        );
      }),
    );
  });

  it('knows every field of metrics.proto', () => {
    const full = fc.sample(arbitraryMetric, 300).reduce((a, b) => ({
      ...a,
      ...b,
    }));
    expect(Object.keys(toReflected(full)).sort()).toEqual(
      metricType.fieldsArray.map(field => field.name).sort(),
    );
  });

  it('steps over fields of a later version', () => {
    const later = Buffer.concat([
      encodeMetric({
        hostname: 'a',
        timestamp: '1',
        diskStats: [],
        netStats: [],
      }),
      Buffer.from([0xb8, 0x01, 0x05]), // field 23, varint
      Buffer.from([0xc2, 0x01, 0x02, 0x08, 0x01]), // field 24, length-delimited
      Buffer.from([0xcd, 0x01, 1, 2, 3, 4]), // field 25, fixed32
      Buffer.from([0xd1, 0x01, 1, 2, 3, 4, 5, 6, 7, 8]), // field 26, fixed64
    ]);
    expect(decodeMetric(later)).toEqual({
      hostname: 'a',
      timestamp: '1',
      diskStats: [],
      netStats: [],
    });
  });
});

/** Names are plain proto3 fields: an empty one is not written. */
function withoutEmptyNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmptyNames);
  if (typeof value !== 'object' || value === null) return value;
  const names = ['hostname', 'timestamp', 'mountpoint', 'interfaceName'];
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key, text]) => text !== '' || !names.includes(key))
      .map(([key, inner]) => [key, withoutEmptyNames(inner)]),
  );
}
