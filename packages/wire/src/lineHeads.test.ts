import { LineHeads } from './lineHeads';
import { SERIES } from './series';

describe('LineHeads', () => {
  it('begin a line with everything but the host', () => {
    const heads = new LineHeads();
    expect(heads.of(SERIES.cpu, '').toString()).toBe(
      '{"metric":{"__name__":"cpu_usage_percent","job":"gomon","instance":',
    );
    expect(heads.of(SERIES.diskUsed, '/a "b"').toString()).toBe(
      '{"metric":{"__name__":"dsk_used_gb","mountpoint":"/a \\"b\\"","job":"gomon","instance":',
    );
  });

  it('are made once, and do not grow with every name there ever was', () => {
    const heads = new LineHeads();
    const first = heads.of(SERIES.sent, 'eth0');
    expect(heads.of(SERIES.sent, 'eth0')).toBe(first);
    for (let i = 0; i < 20_000; i++) heads.of(SERIES.sent, `veth${i}`);
    const again = heads.of(SERIES.sent, 'eth0');
    expect(again).toEqual(first);
    expect(again).not.toBe(first);
  });
});
