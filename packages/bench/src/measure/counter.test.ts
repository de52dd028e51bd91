import { counterOf } from './counter';

describe('counterOf', () => {
  it('adds what has labels, and takes no other by a part of its name', () => {
    const page = 'a_total{x="1"} 3\na_total{x="2"} 4.5\na_total_other 9\n';
    expect(counterOf(page, 'a_total')).toBe(7.5);
    expect(counterOf(page, 'b_total')).toBe(0);
  });
});
