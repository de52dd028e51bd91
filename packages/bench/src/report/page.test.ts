import { repositoryRoot } from '@gomon/dev-stack';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readResults, type Results } from '../results/results';
import { FLEETS, fleetOf } from '../sizing/fixtures';
import { renderPage } from './page';
import { renderSizing } from './renderSizing';

const head = { date: 'd', machine: 'm', versions: 'v' };
const share = {
  messages: 1_000,
  seconds: 60,
  cpuSeconds: 30,
  sent: 32_000,
  stored: 32_000,
  sampleBytes: 64_000,
  indexBytes: 3_200,
  series: 16,
};
const agentRun = (contestant: string, cpuMsPerCycle: number) => ({
  contestant,
  cpuMsPerCycle,
  firstMessageSeconds: 0.3,
  startCpuMs: 300,
  residentMib: 64,
  peakMib: 65,
  messagesPerCycle: 1,
});
const results: Results = {
  millions: {
    head,
    millions: [
      { ...share, peakMib: 300 },
      { ...share, peakMib: 400 },
    ],
  },
  steady: { head, fleets: FLEETS.slice(0, 3) },
  growth: { head, fleets: FLEETS.slice(3) },
  check: { head, fleet: fleetOf(30_000, 6, 24) },
  scaleOut: {
    head,
    runs: [
      {
        aggregators: 2,
        seconds: 40,
        cpuSeconds: 8,
        databaseCpuSeconds: 6,
        peakMib: 250,
        rebalances: 9,
        sent: 3_200,
        delivered: 3_300,
        stored: 3_190,
      },
    ],
  },
  agent: {
    head,
    contenders: [
      { title: 'ours', setting: 'defaults' },
      { title: 'Telegraf', setting: 'small' },
    ],
    intervalSeconds: 30,
    cycles: 2,
    runs: [
      agentRun('Telegraf', 8),
      agentRun('ours', 6),
      agentRun('ours', 9),
      agentRun('ours', 7),
    ],
  },
  agentMemory: {
    head,
    minutes: 8,
    intervalSeconds: 30,
    messages: 16,
    cpuMsPerCycle: 6,
    residentMib: [60, 61, 62, 62, 62, 62, 63, 62],
    peakMib: 64,
  },
};

describe('the page of benchmarks', () => {
  const page = renderPage(results);

  it('has a section for what was measured, and none for what was not', () => {
    expect(page.match(/^## .*/gm)).toEqual([
      ...['## A second million', '## A steady fleet', '## How cost grows'],
      ...['## Several aggregators', '## An agent', '## An agent over time'],
    ]);
    expect(renderPage({}).match(/^## .*/gm)).toBeNull();
  });

  it('says which bars were held', () => {
    expect(page).toContain('| 1.33 times | **not held** |');
    expect(page).toContain('| nothing missing | 10 | **not held** |');
    expect(page).toContain('| 7.0 against 8.0 ms | held |');
    expect(page).toContain('| 62.0 and 62.0 MiB | held |');
  });
});

describe('the page of sizes', () => {
  const page = renderSizing(results)!;

  it('plans for ten hosts to a million', () => {
    expect(page.match(/^\| [\d,]+ \|/gm)).toEqual([
      ...['| 10 |', '| 100 |', '| 1,000 |', '| 10,000 |', '| 100,000 |'],
      '| 1,000,000 |',
    ]);
    // 16 series: 2,880 samples of 2 bytes each, and 200 bytes of index.
    expect(page).toMatch(/^\| 1,000,000 \|.* \| 89 \|$/m);
    expect(page).toContain('An agent takes 64 MiB and 0.23m of its host.');
  });

  it('is checked against a fleet of its own', () => {
    expect(page.match(/\| 1\.00 \| held \|/g)).toHaveLength(6);
  });

  it('waits until enough was measured', () => {
    expect(renderSizing({ steady: results.steady })).toBeUndefined();
  });
});

describe('the pages in docs', () => {
  const textOf = (name: string) => {
    const file = join(repositoryRoot, 'docs', name);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };

  it('follow from the figures that are kept beside them', async () => {
    const kept = await readResults();
    const some = Object.keys(kept).length > 0;
    expect(textOf('benchmarks.md')).toBe(some ? renderPage(kept) : undefined);
    expect(textOf('sizing.md')).toBe(renderSizing(kept));
  });
});
