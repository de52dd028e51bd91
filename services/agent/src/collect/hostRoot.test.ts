import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadSettings } from '@gomon/service-kit';
import { agentSettings } from '../agentSettings';
import { nodeName } from '../message/identity';
import { collect } from './collect';
import { createCollectors } from './createCollectors';

/** A folder as the agent of a DaemonSet sees its host, with files that no other machine has. */
function fakeHost(): string {
  const root = mkdtempSync(join(tmpdir(), 'gomon-host-'));
  for (const folder of ['proc/1/net', 'etc', 'data']) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  const write = (file: string, text: string) =>
    writeFileSync(join(root, file), text);
  write('etc/hostname', 'node-7\n');
  write('proc/stat', 'cpu  100 0 0 100 0 0 0 0 0 0\n');
  write('proc/meminfo', 'MemTotal: 1000 kB\nMemAvailable: 250 kB\n');
  write('proc/1/net/dev', 'h\nh\n eth7: 77 0 0 0 0 0 0 0 88 0 0 0 0 0 0 0\n');
  write('proc/1/mountinfo', '1 0 8:1 / /data rw - ext4 /dev/sda1 rw\n');
  return root;
}

const collectorsOf = (hostRoot: string) =>
  createCollectors(
    loadSettings(agentSettings, { KAFKA_BROKERS: 'k:1', HOST_ROOT: hostRoot }),
    'host',
  );

describe('with the host root mounted', () => {
  it("every figure is the host's, and disks have the host's names", async () => {
    const root = fakeHost();
    const collectors = collectorsOf(root);
    await collect(collectors);
    writeFileSync(join(root, 'proc/stat'), 'cpu  125 0 0 175 0 0 0 0 0 0\n');
    const { readings, failures } = await collect(collectors);
    expect(failures).toEqual([]);
    expect(readings).toMatchObject({
      cpuUsagePercent: 25,
      memoryUsedPercent: 75,
      netStats: [{ interfaceName: 'eth7', bytesReceived: 77, bytesSent: 88 }],
      diskStats: [{ mountpoint: '/data' }],
    });
    expect(nodeName(undefined, root)).toBe('node-7');
    expect(nodeName('told', root)).toBe('told');
  });

  it('a file that is missing costs its own figures only, and none is made up', async () => {
    const empty = mkdtempSync(join(tmpdir(), 'gomon-host-'));
    const { readings, failures } = await collect(
      createCollectors(
        loadSettings(agentSettings, {
          KAFKA_BROKERS: 'k:1',
          HOST_ROOT: empty,
          COLLECT_SOURCE: 'proc',
        }),
        'host',
      ),
    );
    expect(failures.map(f => f.collector)).toEqual([
      'cpu',
      'memory',
      'network',
    ]);
    expect(readings).toEqual({ diskStats: [] });
  });
});
