import { Mount, mountsBelow, parseMountinfo, selectMounts } from './mounts';
import { agentSettings } from '../../agentSettings';

const defaults = {
  mountpoints: new RegExp(agentSettings.mountsExclude.default as string),
  fsTypes: new RegExp(agentSettings.fsTypesExclude.default as string),
  sources: /(?!)/,
  keepRoot: false,
};
const mount = (
  device: string,
  mountpoint: string,
  fsType = 'ext4',
  part = '/',
): Mount => ({ device, part, mountpoint, fsType, source: '/dev/sda1' });
const places = (mounts: Mount[]) => mounts.map(m => m.mountpoint);

describe('parseMountinfo', () => {
  it('reads device, part, place, type and source around the optional fields', () => {
    const text =
      '36 35 98:0 /mnt1 /mnt/parent rw,noatime master:1 shared:2 - ext3 /dev/root rw,errors=continue\n';
    expect(parseMountinfo(text)).toEqual([
      {
        device: '98:0',
        part: '/mnt1',
        mountpoint: '/mnt/parent',
        fsType: 'ext3',
        source: '/dev/root',
      },
    ]);
  });

  it('reads spaces and letters of any language in names', () => {
    const place = Buffer.from('/mnt/Gr\u00f6\u00dfe').toString('latin1');
    const text = `1 0 8:1 / ${place}\\040a rw - ext4 /dev/sdb1 rw\n`;
    expect(parseMountinfo(text)[0].mountpoint).toBe('/mnt/Gr\u00f6\u00dfe a');
  });

  it('knows only the top one of two mounts at one place', () => {
    const text =
      '1 0 0:5 / /x rw - tmpfs below rw\n2 1 0:6 / /x rw - tmpfs above rw\n';
    expect(parseMountinfo(text).map(m => m.source)).toEqual(['above']);
  });
});

describe('selectMounts', () => {
  it('tells each file system once, where the whole of it is mounted', () => {
    const mounts = [
      mount('8:1', '/b', 'ext4', '/home/b'),
      mount('8:1', '/data/whole'),
      mount('8:2', '/z/deep'),
      mount('8:2', '/z'),
    ];
    expect(places(selectMounts(mounts, defaults))).toEqual([
      '/data/whole',
      '/z',
    ]);
  });

  it('leaves out by default what holds no data of its own', () => {
    const mounts = [
      mount('0:1', '/proc', 'proc'),
      mount('0:2', '/sys/fs/cgroup', 'tmpfs'),
      mount('0:3', '/dev/shm', 'tmpfs'),
      mount('0:4', '/var/lib/docker/overlay2/x/merged', 'overlay'),
      mount('0:5', '/snap/core', 'squashfs'),
      mount('0:6', '/var/lib/kubelet/pods/x/volumes/y', 'tmpfs'),
      mount('0:7', '/procurement'),
      mount('0:8', '/', 'overlay'),
      mount('0:9', '/run', 'tmpfs'),
    ];
    expect(places(selectMounts(mounts, defaults))).toEqual([
      '/procurement',
      '/run',
    ]);
    const container = selectMounts(mounts, { ...defaults, keepRoot: true });
    expect(places(container)).toContain('/');
  });
});

describe('mountsBelow', () => {
  it('shows the mounts of a host as the host names them', () => {
    const mounts = ['/', '/host', '/host/data', '/hostage'].map((place, i) =>
      mount(`8:${i}`, place),
    );
    expect(places(mountsBelow(mounts, '/host'))).toEqual(['/', '/data']);
    expect(mountsBelow(mounts, '/')).toBe(mounts);
  });
});
