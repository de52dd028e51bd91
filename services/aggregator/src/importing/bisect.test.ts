import { bisect } from './bisect';

async function run(count: number, bad: number[]) {
  const items = Array.from({ length: count }, (_, i) => i);
  const accepted: number[] = [];
  let requests = 0;
  const refused = await bisect(items, async part => {
    requests += 1;
    const ok = !part.some(item => bad.includes(item));
    if (ok) accepted.push(...part);
    return ok;
  });
  return { refused, accepted, requests };
}

describe('bisect', () => {
  it('finds the one bad record among many and has all others accepted', async () => {
    const { refused, accepted, requests } = await run(1000, [637]);
    expect(refused).toEqual([637]);
    expect(accepted).toHaveLength(999);
    expect(requests).toBeLessThanOrEqual(20);
  });

  it('finds several bad records', async () => {
    const { refused, accepted } = await run(50, [0, 7, 8, 49]);
    expect(refused).toEqual([0, 7, 8, 49]);
    expect(accepted).toHaveLength(46);
  });

  it('takes a single refused record as the bad one', async () => {
    const { refused, requests } = await run(1, [0]);
    expect(refused).toEqual([0]);
    expect(requests).toBe(0);
  });
});
