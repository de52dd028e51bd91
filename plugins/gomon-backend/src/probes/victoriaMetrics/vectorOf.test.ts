import { vectorOf } from './vectorOf';

const entry = (instance: string, value: number) => ({
  metric: { instance },
  value: [1_700_000_000, String(value)],
});

const answer = (result: unknown) =>
  JSON.stringify({
    status: 'success',
    data: { resultType: 'vector', result },
    stats: { seriesFetched: '3', executionTimeMsec: 2 },
  });

describe('vectorOf', () => {
  it('reads every entry once, however long the answer is', async () => {
    const entries = Array.from({ length: 20_000 }, (_, index) =>
      entry(`host-${index}`, index),
    );
    const body = answer(entries);
    expect(body.length).toBeGreaterThan(1_000_000);
    expect(await vectorOf(body)).toEqual(
      entries.map(({ metric }, value) => ({ labels: metric, value })),
    );
  });

  it('takes a label for a label, whatever it looks like', async () => {
    const name = `},{"metric":{"instance":"x"},"value":[1,"1"]}]}}`;
    const entries = Array.from({ length: 5000 }, () => entry(name, 7));
    const read = await vectorOf(answer(entries));
    expect(read).toHaveLength(5000);
    expect(new Set(read.map(({ labels }) => labels.instance))).toEqual(
      new Set([name]),
    );
  });

  it('reads an answer without series', async () => {
    expect(await vectorOf(answer([]))).toEqual([]);
  });

  it.each([
    'no JSON',
    '{}',
    '{"data":{"result":{}}}',
    `${answer([entry('cut', 1)])}`.slice(0, 60),
    answer(Array.from({ length: 5000 }, (_, i) => entry(`h${i}`, i))).slice(
      0,
      -20,
    ),
    'x'.repeat(200_000),
  ])('takes nothing else for an answer', async body => {
    await expect(vectorOf(body)).rejects.toThrow('no query result');
  });
});
