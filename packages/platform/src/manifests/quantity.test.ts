import { quantity } from './quantity';

describe('quantity', () => {
  it.each([
    ['200m', 0.2],
    ['1', 1],
    [2, 2],
    ['1.5', 1.5],
    ['512Mi', 536_870_912],
    ['1Gi', 1_073_741_824],
    ['1G', 1_000_000_000],
  ])('reads %s as %d', (text, value) => {
    expect(quantity(text)).toBe(value);
  });

  it.each(['', '1 Gi', 'Gi', '1GB', '-1'])('refuses %p', text => {
    expect(() => quantity(text)).toThrow('no quantity');
  });
});
