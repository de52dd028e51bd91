import { DEFAULT_FLEET, firstLife } from '../model/fleetModel';
import { Ledger } from './ledger';
import { SequenceRanges } from './sequenceRanges';

describe('SequenceRanges', () => {
  it('holds what was added, once, in order, whatever the order of adding', () => {
    const ranges = new SequenceRanges();
    for (const n of [5, 1, 3, 2, 9, 2, 5, 8, 4]) ranges.add(n);
    expect([...ranges]).toEqual([1, 2, 3, 4, 5, 8, 9]);
    expect(ranges.size).toBe(7);
    expect([0, 1, 6, 9].map(n => ranges.has(n))).toEqual([
      false,
      true,
      false,
      true,
    ]);
  });
});

describe('Ledger', () => {
  it('says again what was acknowledged, and nothing else', () => {
    const ledger = new Ledger({ ...DEFAULT_FLEET, startMs: 1_700_000_000_000 });
    const life = firstLife(3);
    [0, 1, 4].forEach(slot => ledger.acknowledge(life, slot));
    const all = [...ledger];
    expect(all.map(({ host, sequence }) => [host, sequence])).toEqual([
      ['fleet-3', 1],
      ['fleet-3', 2],
      ['fleet-3', 5],
    ]);
    for (const { boot, sequence, message } of all) {
      expect(message).toMatchObject({ agentBootId: boot, sequence });
    }
    expect(ledger.size).toBe(3);
  });
});
