import { onceEach } from './onceEach';

describe('onceEach', () => {
  it('looks once at each instance, and gives all who ask the same answer', async () => {
    const looked: string[] = [];
    const look = onceEach(async (name: string) => {
      looked.push(name);
      return { name };
    });
    const [a, again, b] = await Promise.all([look('a'), look('a'), look('b')]);
    expect(looked).toEqual(['a', 'b']);
    expect(again).toBe(a);
    expect(b).toEqual({ name: 'b' });
  });

  it('gives all who ask the same failure', async () => {
    const look = onceEach(() => Promise.reject(new Error('no answer')));
    const outcomes = await Promise.allSettled([look('a'), look('a')]);
    expect(outcomes.map(({ status }) => status)).toEqual([
      'rejected',
      'rejected',
    ]);
  });
});
