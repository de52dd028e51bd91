import { execFile } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { mismatches } from '../src/resources/compare';
import { parseReading, readingScript } from '../src/resources/reading';
import { canLimit, limitedGroup } from '../src/resources/limitedGroup';

const exec = promisify(execFile);
const LIMITS = { memoryBytes: 64 * 2 ** 20, cpuCores: 0.2 };
const onLinux = process.platform === 'linux' ? describe : describe.skip;
// It takes root, and a machine that lets its groups be divided.
const limited = canLimit() ? describe : describe.skip;

let dir: string;
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'gomon-cgroup-'));
});
afterEach(() => rmSync(dir, { recursive: true, force: true }));

/** Reads as the command does inside of a container. */
const read = async (root: string) =>
  parseReading((await exec('sh', ['-c', readingScript(root)])).stdout);

/** The same container under both versions, with the files that a kernel shows inside of it. */
const trees: Record<string, Record<string, string>> = {
  'version 2': {
    'memory.max': '536870912\n',
    'memory.current': '209715200\n',
    'memory.stat': 'anon 100000000\ninactive_file 104857600\n',
    'memory.events': 'low 0\nhigh 0\nmax 3\noom 1\noom_kill 1\n',
    'cpu.max': '20000 100000\n',
    'cpu.stat': 'usage_usec 5000000\nnr_periods 400\nnr_throttled 12\n',
  },
  'version 1': {
    'memory/memory.limit_in_bytes': '536870912\n',
    'memory/memory.usage_in_bytes': '209715200\n',
    'memory/memory.stat': 'cache 1\ntotal_inactive_file 104857600\n',
    'memory/memory.oom_control':
      'oom_kill_disable 0\nunder_oom 0\noom_kill 1\n',
    'cpu/cpu.cfs_quota_us': '20000\n',
    'cpu/cpu.cfs_period_us': '100000\n',
    'cpu/cpu.stat': 'nr_periods 400\nnr_throttled 12\nthrottled_time 9\n',
  },
};

describe('the reading of a container', () => {
  it.each(Object.keys(trees))('understands the files of %s', async version => {
    for (const [file, text] of Object.entries(trees[version])) {
      mkdirSync(dirname(join(dir, file)), { recursive: true });
      writeFileSync(join(dir, file), text);
    }
    const reading = await read(dir);
    expect(reading).toEqual({
      version: Number(version.slice(-1)),
      memoryLimitBytes: 536_870_912,
      memoryUsedBytes: 104_857_600,
      cpuLimitCores: 0.2,
      cpuPeriods: 400,
      cpuThrottledPeriods: 12,
      oomKills: 1,
    });
    expect(mismatches(reading, { memory: '512Mi', cpu: '200m' })).toEqual([]);
    expect(mismatches(reading, { memory: '1Gi', cpu: '200m' })).toHaveLength(1);
  });
});

onLinux('on Linux, the reading', () => {
  it('shows the group that this process is in', async () => {
    expect((await read('/sys/fs/cgroup')).memoryUsedBytes).toBeGreaterThan(0);
  });
});

limited('in a group with limits, the reading', () => {
  it('counts what the kernel throttles and kills', async () => {
    const group = limitedGroup(dir, LIMITS)!;
    try {
      const enter = group.members.map(file => `echo $$ > ${file}`).join('; ');
      const inside = (script: string) =>
        exec('sh', [
          '-c',
          `${enter}; exec "$0" -e "${script}"`,
          process.execPath,
        ]);
      // Until it is throttled, however seldom a busy machine gives it a turn.
      const stat = ['cpu.stat', 'cpu/cpu.stat']
        .map(file => join(group.root, file))
        .find(file => existsSync(file));
      await inside(
        `while (!/nr_throttled [1-9]/.test(require('fs').readFileSync('${stat}', 'utf8')));`,
      );
      await expect(
        inside('const all = []; for (;;) all.push(Buffer.alloc(1 << 22, 1));'),
      ).rejects.toMatchObject({ signal: 'SIGKILL' });
      const reading = await read(group.root);
      expect(reading).toMatchObject({
        memoryLimitBytes: LIMITS.memoryBytes,
        cpuLimitCores: LIMITS.cpuCores,
        oomKills: 1,
      });
      expect(reading.cpuThrottledPeriods).toBeGreaterThan(0);
      expect(mismatches(reading, { memory: '64Mi', cpu: '200m' })).toEqual([]);
      expect(mismatches(reading, { memory: '64Mi', cpu: '1' })).toHaveLength(1);
    } finally {
      group.remove();
    }
  });
});
