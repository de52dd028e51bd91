import fc from 'fast-check';
import { ImportBatch } from './importBatch';
import { MAX_VALUES_PER_LINE, toImportLines } from './importLines';
import { emptyMetric, Metric } from './metric';
import { Sample, toSamples } from './samples';
import { arbitraryMetric } from './__testUtils__/arbitraryMetric';

interface Line {
  metric: Record<string, string>;
  values: number[];
  timestamps: number[];
}

const linesOf = (text: Buffer | string): Line[] =>
  text
    .toString()
    .split('\n')
    .slice(0, -1)
    .map(line => JSON.parse(line));

/** Every point of the lines as text, sorted: what the database would hold. */
function points(text: Buffer | string): string[] {
  return linesOf(text)
    .flatMap(({ metric, values, timestamps }) =>
      timestamps.map((time, i) =>
        JSON.stringify([Object.entries(metric).sort(), time, values[i]]),
      ),
    )
    .sort();
}

const expected = (samples: Sample[]) =>
  samples
    .map(({ name, labels, timestampMs, value }) =>
      JSON.stringify([
        Object.entries({ __name__: name, ...labels }).sort(),
        timestampMs,
        value,
      ]),
    )
    .sort();

const cpu = (hostname: string, collectedAtMs: number, value = 1): Metric => ({
  ...emptyMetric(),
  agentBootId: 'b',
  hostname,
  collectedAtMs,
  cpuUsagePercent: value,
});

describe('import lines', () => {
  it('carry exactly the samples of their messages, by either way', () => {
    fc.assert(
      fc.property(fc.array(arbitraryMetric, { maxLength: 6 }), metrics => {
        const batch = new ImportBatch({ environment: 'test "1"' });
        const samples: Sample[] = [];
        let accepted = 0;
        for (const metric of metrics) {
          const added = batch.add(metric);
          const single = toSamples(metric, { environment: 'test "1"' });
          expect(added.rejected).toEqual(single.rejected);
          accepted += added.accepted;
          samples.push(...single.samples);
        }
        expect(points(batch.render())).toEqual(expected(samples));
        expect(points(toImportLines(samples))).toEqual(expected(samples));
        expect(batch.sampleCount).toBe(samples.length);
        expect(accepted).toBe(samples.length);
      }),
    );
  });

  it('hold many values of one series', () => {
    const batch = new ImportBatch();
    for (const second of [1, 3, 5]) {
      batch.add(cpu('a', 1700000000000 + second, second));
      batch.add(cpu('b', 1700000000000 + second, 2 * second));
    }
    const lines = linesOf(batch.render());
    expect(lines.map(({ values }) => values)).toEqual([
      [1, 3, 5],
      [2, 6, 10],
    ]);
  });

  it('have times ascending whatever the order of arrival', () => {
    const batch = new ImportBatch();
    for (const second of [5, 1, 3, 3, 2]) {
      batch.add(cpu('a', 1700000000000 + second, second));
    }
    const lines = linesOf(batch.render());
    expect(lines.map(({ values }) => values)).toEqual([[5], [1, 3, 3], [2]]);
    expect(lines[1].timestamps).toEqual([
      1700000000001, 1700000000003, 1700000000003,
    ]);
  });

  it('are of one message and the next only where both list the same', () => {
    const batch = new ImportBatch();
    const disk = { mountpoint: '/', usedPercent: 7 };
    batch.add(cpu('a', 1700000000001, 1));
    batch.add({ ...cpu('a', 1700000000002, 2), diskStats: [disk] });
    batch.add({ ...cpu('a', 1700000000003), cpuUsagePercent: undefined });
    batch.add(cpu('a', 1700000000004, 4));
    const lines = linesOf(batch.render());
    expect(
      lines.map(({ metric, values, timestamps }) => [
        metric.__name__,
        values,
        timestamps.map(time => time % 10),
      ]),
    ).toEqual([
      ['cpu_usage_percent', [1, 4], [1, 4]],
      ['cpu_usage_percent', [2], [2]],
      ['disk_used_percent', [7], [2]],
    ]);
  });

  it('keep hosts of one name and different scope apart', () => {
    const batch = new ImportBatch();
    batch.add({ ...cpu('a', 1700000000000), scope: 'host' });
    batch.add({ ...cpu('a', 1700000000000), scope: 'container' });
    expect(linesOf(batch.render())).toHaveLength(2);
  });

  it('stay below the number of values that one line may have', () => {
    const batch = new ImportBatch();
    const samples: Sample[] = [];
    for (let i = 0; i < MAX_VALUES_PER_LINE + 5; i++) {
      const metric = cpu('a', 1700000000000 + i, i % 100);
      batch.add(metric);
      samples.push(...toSamples(metric).samples);
    }
    for (const text of [batch.render(), toImportLines(samples)]) {
      expect(linesOf(text).map(line => line.values.length)).toEqual([
        MAX_VALUES_PER_LINE,
        5,
      ]);
    }
  });

  it('are estimated in size from above, and not wildly', () => {
    const batch = new ImportBatch();
    for (let i = 0; i < 500; i++)
      batch.add(cpu(`host-${i % 50}`, 1.7e12 + i, i / 7));
    const size = batch.render().length;
    expect(batch.estimatedBytes).toBeGreaterThanOrEqual(size);
    expect(batch.estimatedBytes).toBeLessThan(size * 2);
  });

  it('are written to memory that was used before, where it is large enough', () => {
    const batch = new ImportBatch();
    batch.add(cpu('a', 1700000000000));
    const before = batch.render();
    const used = Buffer.alloc(10_000, 'x');
    const again = batch.render(used);
    expect(again).toEqual(before);
    expect(again.buffer).toBe(used.buffer);
    expect(batch.render(Buffer.alloc(1))).toEqual(before);
  });

  it('are no text at all for no samples', () => {
    expect(new ImportBatch().render()).toHaveLength(0);
    expect(toImportLines([])).toBe('');
  });
});
