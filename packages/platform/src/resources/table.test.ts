import { RESOURCE_HEAD, resourceRow } from './table';

const container = { pod: 'agent-x7', container: 'agent' } as Parameters<
  typeof resourceRow
>[0];
const MEBIBYTE = 2 ** 20;
const cells = (line: string) => line.split(/ {2,}/);

describe('the table of resources', () => {
  it('shows what is used of what is allowed', () => {
    const row = resourceRow(container, {
      version: 2,
      memoryUsedBytes: 65.4 * MEBIBYTE,
      memoryLimitBytes: 128 * MEBIBYTE,
      cpuLimitCores: 0.1,
      cpuPeriods: 800,
      cpuThrottledPeriods: 20,
      oomKills: 1,
    });
    expect(cells(row)).toEqual([
      'agent-x7',
      'agent',
      '65Mi',
      '128Mi',
      '100m',
      '2.5 %',
      '1',
    ]);
    expect(row.indexOf('2.5 %')).toBe(RESOURCE_HEAD.indexOf('throttled'));
  });

  it('says where nothing is limited, and of an idle one that it was not throttled', () => {
    const row = resourceRow(container, {
      version: 1,
      memoryUsedBytes: 0,
      cpuPeriods: 0,
      cpuThrottledPeriods: 0,
      oomKills: 0,
    });
    expect(cells(row).slice(2)).toEqual(['0Mi', 'none', 'none', '0.0 %', '0']);
  });
});
