import { decodeMetric } from '@gomon/wire';
import { MessageMaker } from './messageMaker';

const identity = {
  hostname: 'web-1',
  bootId: 'boot-1',
  intervalMs: 30_000,
  scope: 'host' as const,
};

describe('MessageMaker', () => {
  it('gives time and sequence at collection, and says whose figures they are', () => {
    const maker = new MessageMaker(identity);
    maker.make({}, 1_700_000_000_000);
    const { bytes, sequence } = maker.make(
      { cpuUsagePercent: 0 },
      1_700_000_030_500,
    );
    expect(sequence).toBe(2);
    expect(decodeMetric(bytes)).toEqual({
      hostname: 'web-1',
      timestamp: '1700000030',
      cpuUsagePercent: 0,
      diskStats: [],
      netStats: [],
      sequence: 2,
      agentBootId: 'boot-1',
      intervalMs: 30_000,
      collectedAtMs: 1_700_000_030_500,
      scope: 'host',
    });
  });

  it('leaves out what was not read', () => {
    const { bytes } = new MessageMaker(identity).make({}, 1_700_000_000_000);
    const metric = decodeMetric(bytes);
    expect(metric.cpuUsagePercent).toBeUndefined();
    expect(metric.memoryTotalGb).toBeUndefined();
  });

  it('fills the whole units that the Go aggregator reads', () => {
    const { bytes } = new MessageMaker(identity).make(
      {
        memoryTotalBytes: 17 * 2 ** 30 + 1,
        memoryUsedBytes: 3 * 2 ** 30,
        memoryAvailableBytes: 5 * 2 ** 20,
      },
      1_700_000_000_000,
    );
    expect(decodeMetric(bytes)).toMatchObject({
      memoryTotalGb: 17,
      memoryUsedGb: 3,
      memoryFreeMib: 5,
    });
  });

  it('never gives two readings the same time, even when the clock stands still', () => {
    const maker = new MessageMaker(identity);
    const clock = [500, 500, 500, 490, 503, 504];
    const times = clock.map(ms => maker.make({}, 1_700_000_000_000 + ms));
    const taken = times.map(({ collectedAtMs }) => collectedAtMs % 1000);
    expect(taken).toEqual([500, 501, 502, 503, 504, 505]);
  });

  it('believes a clock that was set back', () => {
    const maker = new MessageMaker(identity);
    maker.make({}, 1_700_000_000_000);
    expect(maker.make({}, 1_600_000_000_000).collectedAtMs).toBe(
      1_600_000_000_000,
    );
  });
});
