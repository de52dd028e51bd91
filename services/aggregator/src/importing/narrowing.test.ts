import { deliverNarrowing } from './narrowing';

const refusal = {
  kind: 'refused',
  attempt: { kind: 'answered', status: 400, body: 'bad' },
} as const;

describe('deliverNarrowing', () => {
  it('names the refused one, and the earliest life that accepted a part', async () => {
    let life = 0;
    const result = await deliverNarrowing([1, 2, 3, 4], async part => {
      if (part.includes(3)) return refusal;
      life += 1;
      return {
        kind: 'accepted',
        sentAtMs: 0,
        atMs: life * 10,
        incarnation: `life-${life}`,
        attempts: 1,
      };
    });
    expect(result!.refused).toEqual([{ item: 3, refusal }]);
    expect(result!.acceptance).toEqual({
      kind: 'accepted',
      incarnation: 'life-1',
      sentAtMs: 0,
      atMs: 20,
      attempts: 1,
    });
  });

  it('tells when all of them were refused', async () => {
    const result = await deliverNarrowing([1, 2], async () => refusal);
    expect(result!.acceptance).toBeUndefined();
    expect(result!.refused.map(({ item }) => item)).toEqual([1, 2]);
  });

  it('knows nothing when nobody wanted it any more', async () => {
    expect(
      await deliverNarrowing([1, 2], async part =>
        part.length === 2 ? refusal : undefined,
      ),
    ).toBeUndefined();
  });
});
