import { LagHistory } from './LagHistory';

const at = (seconds: number) => new Date(1_700_000_000_000 + seconds * 1000);
const offsets = (high: number) => ({
  low: new Map([[0, 0]]),
  high: new Map([[0, high]]),
});
const group = (accepted: number) => ({
  accepted: new Map([[0, accepted]]),
  committed: new Map([[0, accepted]]),
});

describe('LagHistory', () => {
  it('finds nothing behind where all is read', () => {
    const history = new LagHistory();
    expect(history.add(offsets(10), group(10), at(0))).toMatchObject({
      messages: 0,
      seconds: 0,
      atLeast: false,
    });
  });

  it('tells the age of the oldest message that waits', () => {
    const history = new LagHistory();
    history.add(offsets(10), group(10), at(0));
    history.add(offsets(20), group(10), at(5));
    history.add(offsets(30), group(10), at(10));
    expect(history.add(offsets(40), group(10), at(15))).toMatchObject({
      messages: 30,
      seconds: 10,
      atLeast: false,
    });
    // Half of it is read: the message at 20 came between the second and the third look.
    expect(history.add(offsets(40), group(20), at(20))).toMatchObject({
      messages: 20,
      seconds: 10,
    });
  });

  it('says "at least" for what waited before the first look', () => {
    const history = new LagHistory();
    expect(history.add(offsets(40), group(10), at(0)).atLeast).toBe(true);
    expect(history.add(offsets(40), group(10), at(60))).toMatchObject({
      seconds: 60,
      atLeast: true,
    });
  });

  it('tells how fast the lag grows, and how fast it falls', () => {
    const history = new LagHistory();
    expect(history.add(offsets(0), group(0), at(0)).growth).toBeUndefined();
    expect(history.add(offsets(50), group(0), at(5)).growth).toBe(10);
    history.add(offsets(50), group(25), at(10));
    history.add(offsets(50), group(40), at(15));
    expect(history.add(offsets(50), group(45), at(20)).growth).toBeLessThan(0);
  });

  it('begins anew when the topic was created again', () => {
    const history = new LagHistory();
    history.add(offsets(100), group(50), at(0));
    history.add(offsets(100), group(50), at(60));
    expect(history.add(offsets(3), group(3), at(65))).toMatchObject({
      messages: 0,
      seconds: 0,
    });
  });

  it('counts what retention has deleted as read', () => {
    const history = new LagHistory();
    const deleted = { low: new Map([[0, 30]]), high: new Map([[0, 40]]) };
    expect(history.add(deleted, group(10), at(0)).messages).toBe(10);
  });
});
