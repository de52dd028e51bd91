import { detectScope } from './scope';

const host = { pid: 'pid:[4026531836]', cgroup: 'cgroup:[4026531835]' };

function seen(
  namespaces: Record<string, string | undefined>,
  cgroup = '0::/system.slice/gomon-agent.service',
  platform: NodeJS.Platform = 'linux',
) {
  return detectScope(undefined, {
    platform,
    namespace: name => namespaces[name],
    cgroup: () => cgroup,
  });
}

describe('detectScope', () => {
  it('calls figures of the machine host', () => {
    expect(seen(host)).toBe('host');
    expect(seen({})).toBe('host');
    expect(seen({}, '', 'darwin')).toBe('host');
  });

  it('never calls figures of a container host', () => {
    expect(seen({ ...host, pid: 'pid:[4026532301]' })).toBe('container');
    expect(seen({ ...host, cgroup: 'cgroup:[4026532302]' })).toBe('container');
    expect(seen(host, '4:memory:/docker/0af3')).toBe('container');
    expect(seen(host, '0::/kubepods.slice/pod1')).toBe('container');
  });

  it('calls figures host when the host root is mounted', () => {
    const surroundings = {
      platform: 'linux' as const,
      namespace: () => 'pid:[1]',
      cgroup: () => '/docker/1',
    };
    expect(detectScope('/host', surroundings)).toBe('host');
    expect(detectScope(undefined, surroundings)).toBe('container');
  });
});
