import { PartitionLedger } from './ledger';

const WINDOW = 30_000;
const at = (askedAtMs: number, incarnation = 'a') => ({
  askedAtMs,
  incarnation,
});

describe('PartitionLedger', () => {
  it('calls nothing durable before the window has passed', () => {
    const ledger = new PartitionLedger(100, WINDOW);
    ledger.accept(ledger.open(110, 10), 1_000, 'a');

    ledger.advance(at(1_000 + WINDOW - 1));

    expect(ledger.acceptedTo).toBe(110);
    expect(ledger.durableTo).toBe(100);
    expect(ledger.undurableMessages).toBe(10);
  });

  it('calls a run durable when the same database answers a window later', () => {
    const ledger = new PartitionLedger(100, WINDOW);
    ledger.accept(ledger.open(110, 10), 1_000, 'a');

    ledger.advance(at(1_000 + WINDOW));

    expect(ledger.durableTo).toBe(110);
    expect(ledger.openEntries).toBe(0);
  });

  it('never calls a run durable that another life of the database accepted', () => {
    const ledger = new PartitionLedger(0, WINDOW);
    ledger.accept(ledger.open(5, 5), 1_000, 'a');

    ledger.advance(at(1_000 + 10 * WINDOW, 'b'));

    expect(ledger.durableTo).toBe(0);
    expect(ledger.isOutlivedBy('b')).toBe(true);
    expect(ledger.isOutlivedBy('a')).toBe(false);
  });

  it('lets no later run overtake one that is still open', () => {
    const ledger = new PartitionLedger(0, WINDOW);
    const first = ledger.open(5, 5);
    ledger.accept(ledger.open(9, 4), 1_000, 'a');

    ledger.advance(at(1_000 + WINDOW));
    expect(ledger.durableTo).toBe(0);
    expect(ledger.acceptedTo).toBe(0);
    expect(ledger.entriesBehindStuck).toBe(2);

    ledger.accept(first, 2_000, 'a');
    expect(ledger.acceptedTo).toBe(9);
    ledger.advance(at(1_500 + WINDOW));
    expect(ledger.durableTo).toBe(0);
    ledger.advance(at(2_000 + WINDOW));
    expect(ledger.durableTo).toBe(9);
  });

  it('does not wait for what was settled without the database', () => {
    const ledger = new PartitionLedger(7, WINDOW);
    ledger.settle(ledger.open(8, 1));

    expect(ledger.durableTo).toBe(8);
    expect(ledger.acceptedTo).toBe(8);
  });

  it('keeps what was settled behind what still waits', () => {
    const ledger = new PartitionLedger(0, WINDOW);
    ledger.accept(ledger.open(3, 3), 1_000, 'a');
    ledger.settle(ledger.open(4, 1));

    expect(ledger.durableTo).toBe(0);
    ledger.advance(at(1_000 + WINDOW));
    expect(ledger.durableTo).toBe(4);
  });

  it('commits right after acceptance when the window is switched off', () => {
    const ledger = new PartitionLedger(0, 0);
    ledger.accept(ledger.open(3, 3), 1_000, 'a');

    expect(ledger.durableTo).toBe(3);
    expect(ledger.isOutlivedBy('b')).toBe(false);
  });

  it('agrees with a plain model over random histories', () => {
    for (let seed = 1; seed <= 200; seed++) {
      let state = seed;
      const random = (n: number) => {
        state = (state * 1103515245 + 12345) % 2147483648;
        return state % n;
      };
      const ledger = new PartitionLedger(0, WINDOW);
      const entries: {
        entry: ReturnType<PartitionLedger['open']>;
        accepted?: { atMs: number; incarnation: string };
        durable: boolean;
      }[] = [];
      let now = 0;
      let next = 0;
      for (let step = 0; step < 60; step++) {
        now += random(10_000);
        const incarnation = `life-${Math.floor(now / 150_000)}`;
        const open = entries.filter(e => !e.accepted);
        if (random(3) === 0 || open.length === 0) {
          next += 1 + random(5);
          entries.push({ entry: ledger.open(next, 1), durable: false });
        } else if (random(2) === 0) {
          const chosen = open[random(open.length)];
          chosen.accepted = { atMs: now, incarnation };
          ledger.accept(chosen.entry, now, incarnation);
        } else {
          ledger.advance({ askedAtMs: now, incarnation });
          for (const e of entries) {
            if (e.durable) continue;
            if (
              !e.accepted ||
              e.accepted.incarnation !== incarnation ||
              e.accepted.atMs + WINDOW > now
            ) {
              break;
            }
            e.durable = true;
          }
        }
        const durable = entries.filter(e => e.durable);
        expect(ledger.durableTo).toBe(durable.at(-1)?.entry.next ?? 0);
        expect(ledger.openEntries).toBe(entries.length - durable.length);
      }
    }
  });
});
