import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { findJRuby } from '@gomon/dev-stack';

const filter = resolve(
  __dirname,
  '../../../k8s/monitoring/logs/aggregator_log.rb',
);
const runner = resolve(__dirname, '../ruby/inline_tests.rb');

/** Faults that were seen in the wild, put into a copy of the filter. */
const faults: Array<{ what: string; pattern: RegExp; wrong: string }> = [
  {
    what: 'keeps the value as text',
    pattern: /value\.to_f\)/,
    wrong: 'value.to_s)',
  },
  {
    what: 'stamps with the time of ingestion',
    pattern: /Time\.at\(time \/ 1000[^)]*\)/,
    wrong: 'Time.now',
  },
  {
    what: 'forgets the tag',
    pattern: /'has_victoria_metrics_json'\)\nrescue/,
    wrong: "'x')\nrescue",
  },
  {
    what: 'drops what it cannot parse',
    pattern: /event\.tag\(tag\)/,
    wrong: 'event.cancel',
  },
];

interface Result {
  script: string;
  test: string;
  expectation: string;
  status: 'passed' | 'failed' | 'errored';
  message: string | null;
}

describe('the Ruby filter', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gomon-filter-'));
  const copies = faults.map((_, index) => join(folder, `${index}.rb`));
  let results: Result[];

  // The way Logstash does it before it opens a pipeline, and under the same engine.
  beforeAll(async () => {
    const source = readFileSync(filter, 'utf8');
    faults.forEach(({ pattern, wrong }, index) =>
      writeFileSync(copies[index], source.replace(pattern, wrong)),
    );
    const ruby = await findJRuby();
    const args = [...ruby.args, runner, filter, ...copies];
    const { stdout, stderr } = spawnSync(ruby.file, args, { encoding: 'utf8' });
    const lines = stdout.split('\n').filter(line => line.startsWith('{'));
    if (lines.length === 0) {
      throw new Error(`no test ran: ${stderr}`);
    }
    results = lines.map(line => JSON.parse(line));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const notPassed = (script: string) =>
    results.filter(
      result => result.script === script && result.status !== 'passed',
    );

  it('passes all of its inline tests under the engine of Logstash', () => {
    const own = results.filter(({ script }) => script === filter);
    expect(own.length).toBeGreaterThan(30);
    expect(notPassed(filter)).toEqual([]);
  });

  it.each(faults.map(({ what }, index) => [what, copies[index]]))(
    'has an inline test that fails when it %s',
    (_what, copy) => {
      expect(readFileSync(copy, 'utf8')).not.toBe(readFileSync(filter, 'utf8'));
      expect(notPassed(copy)).not.toEqual([]);
    },
  );
});
