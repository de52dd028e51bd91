import { Carried } from '../backlog/carry';
import { renderBacklog, summarize } from './renderBacklog';

const run = (
  contestant: string,
  cpuSeconds: number,
  stored = 900,
): Carried => ({
  contestant,
  seconds: 9,
  cpuSeconds,
  databaseCpuSeconds: 1,
  peakMib: 100 * cpuSeconds,
  sent: 900,
  stored,
});
const results = [
  run('ours', 1),
  run('theirs', 3),
  run('ours', 3),
  run('theirs', 9, 800),
  run('ours', 2),
  run('theirs', 3),
];

describe('summarize', () => {
  it('takes medians of speed, and the worst of memory and loss', () => {
    const [ours, theirs] = summarize(results);
    expect(ours).toEqual({
      contestant: 'ours',
      samplesPerCpuSecond: 450,
      cpuPerSampleUs: (3 * 1e6) / 900,
      peakMib: 300,
      missing: 0,
    });
    expect(theirs).toMatchObject({ samplesPerCpuSecond: 300, missing: 100 });
  });
});

describe('renderBacklog', () => {
  it('shows every run and how the first compares', () => {
    const page = renderBacklog({
      head: { date: 'd', machine: 'm', versions: 'v' },
      contenders: [{ title: 'ours', setting: 'defaults' }],
      runs: results,
    }).join('\n');
    expect(page).toContain('| theirs | 300 | 1.5 times as many |');
    expect(page.match(/^\| (ours|theirs) \|/gm)).toHaveLength(8);
    expect(page).toContain('- ours: defaults.');
    expect(page).toContain('| 1.5 times | **not held** |');
  });
});
