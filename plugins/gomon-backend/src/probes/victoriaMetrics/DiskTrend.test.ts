import { parseMetrics } from '../prometheus/parseMetrics';
import { DiskTrend } from './DiskTrend';
import { storageChecks } from './storage';

const GIB = 1024 ** 3;

/** A disk that loses so much room an hour, looked at every minute. */
function trendAfter(hours: number, gibPerHour: number): DiskTrend {
  const trend = new DiskTrend();
  for (let minute = 0; minute <= hours * 60; minute++) {
    const free = (100 - (gibPerHour * minute) / 60) * GIB;
    trend.add(free, new Date(minute * 60_000));
  }
  return trend;
}

const diskCheck = (trend: DiskTrend) =>
  storageChecks(
    'VictoriaMetrics',
    parseMetrics(`vm_free_disk_space_bytes ${50 * GIB}`),
    GIB,
    trend.daysLeft(),
  ).checks.find(({ id }) => id === 'victoria-metrics.disk');

describe('the trend of a disk', () => {
  it('says nothing before it has watched for six hours', () => {
    expect(trendAfter(5, 1).daysLeft()).toBeUndefined();
  });

  it('says in how many days it is full, by the last day', () => {
    expect(trendAfter(6, 1).daysLeft()).toBeCloseTo(94 / 24, 5);
    expect(trendAfter(50, 1).daysLeft()).toBeCloseTo(50 / 24, 1);
    expect(trendAfter(6, -1).daysLeft()).toBe(Infinity);
  });

  it('warns while there is still room', () => {
    expect(diskCheck(trendAfter(12, 1))).toMatchObject({
      status: 'degraded',
      failure: 'own',
      sentence:
        'VictoriaMetrics has 50 GiB of disk left; at the pace of the last day it is full in 4 d.',
    });
    expect(diskCheck(trendAfter(12, 0.1))?.status).toBe('ok');
  });
});
