import { describeReadings } from './describeReadings';

const collection = (own: object) =>
  ({ readings: {}, failures: [], ...own } as Parameters<
    typeof describeReadings
  >[1]);

describe('what --check says of the collectors', () => {
  it('names what they found', () => {
    const readings = {
      diskStats: [{ mountpoint: '/' }, { mountpoint: '/data' }],
      netStats: [{ interfaceName: 'eth0' }],
    };
    expect(describeReadings('host', collection({ readings }))).toBe(
      'figures of the host; disks / /data; interfaces eth0',
    );
  });

  it('says where there is none', () => {
    expect(describeReadings('container', collection({}))).toBe(
      'figures of the container; disks none; interfaces none',
    );
  });

  it('fails by every collector that could read nothing', () => {
    const failures = [
      { collector: 'cpu', error: new Error('/proc/stat: no such file') },
      { collector: 'disks', error: new Error('permission denied') },
    ];
    expect(() => describeReadings('host', collection({ failures }))).toThrow(
      'cpu: /proc/stat: no such file; disks: permission denied',
    );
  });
});
