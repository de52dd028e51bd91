import { Standstill } from './Standstill';

const at = (seconds: number) => new Date(seconds * 1000);

describe('Standstill', () => {
  it('counts the time in which something waits and nothing moves', () => {
    const standstill = new Standstill();
    expect(standstill.add(5, 10, at(0))).toBe(0);
    expect(standstill.add(5, 10, at(20))).toBe(20);
    expect(standstill.add(9, 10, at(65))).toBe(65);
    expect(standstill.add(9, 11, at(70))).toBe(0);
  });

  it('is none where nothing waits', () => {
    const standstill = new Standstill();
    standstill.add(0, 10, at(0));
    expect(standstill.add(0, 10, at(900))).toBe(0);
  });

  it('begins anew with a counter that starts anew', () => {
    const standstill = new Standstill();
    standstill.add(5, 10, at(0));
    expect(standstill.add(5, 2, at(60))).toBe(0);
  });
});
