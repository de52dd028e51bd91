import { Assignment } from './assignment';

const limits = { maxAgents: 10, maxOpenGaps: 4, graceMs: 1_000 };
const facts = { committed: 10, low: 0, high: 20, reset: false };

function assigned(...partitions: number[]) {
  const assignment = new Assignment(30_000, limits);
  assignment.assign(partitions);
  return assignment;
}

describe('Assignment', () => {
  it('delivers nothing of a partition before its place is known', () => {
    const assignment = assigned(0);
    expect(assignment.get(0)).toBeUndefined();
    assignment.place(0, facts);
    expect(assignment.get(0)?.position).toBe(10);
  });

  it('closes what was lost, so that nothing of it counts any more', () => {
    const assignment = assigned(0, 1);
    const lost = assignment.place(0, facts)!.state;
    assignment.place(1, facts);

    assignment.revoke();
    expect(assignment.placed).toEqual([]);
    assignment.assign([1]);

    expect(lost.closed).toBe(true);
    expect(assignment.get(0)).toBeUndefined();
    expect(assignment.unplaced).toEqual([1]);
  });

  it('keeps what is accepted of a partition that stays, if nobody else moved its commit', () => {
    const assignment = assigned(0);
    const { state } = assignment.place(0, facts)!;
    state.committed = { offset: 10, accepted: 10 };
    state.position = 15;
    state.ledger.accept(state.ledger.open(15, 5), 0, 'a');

    assignment.revoke();
    assignment.assign([0]);
    const placement = assignment.place(0, facts)!;

    expect(placement.state).toBe(state);
    expect(placement.start).toBe(15);
    expect(state.closed).toBe(false);
  });

  it('begins anew where another member left off', () => {
    const assignment = assigned(0);
    const { state } = assignment.place(0, facts)!;
    state.committed = { offset: 10, accepted: 10 };
    state.position = 15;

    assignment.assign([0]);
    const placement = assignment.place(0, { ...facts, committed: 12 })!;

    expect(state.closed).toBe(true);
    expect(placement.state.position).toBe(12);
  });

  it('rewinds to what is durable and keeps what it knows of the agents', () => {
    const assignment = assigned(0);
    const { state } = assignment.place(0, facts)!;
    state.position = 18;
    state.ledger.accept(state.ledger.open(14, 4), 0, 'a');
    state.ledger.accept(state.ledger.open(18, 4), 9_000, 'a');
    state.ledger.advance({ incarnation: 'a', askedAtMs: 30_000 });

    const again = assignment.rewind(state);

    expect(again.position).toBe(14);
    expect(again.ledger.durableTo).toBe(14);
    expect(again.sequences).toBe(state.sequences);
    expect(state.closed).toBe(true);
    expect(assignment.get(0)).toBe(again);
  });

  it('goes back over a topic that was made anew', () => {
    const assignment = assigned(0);
    const { state } = assignment.place(0, facts)!;
    state.committed = { offset: 10, accepted: 15 };
    state.position = 15;
    assignment.doubt(0);
    expect(assignment.get(0)).toBeUndefined();

    const placement = assignment.place(0, {
      committed: undefined,
      reset: false,
      low: 0,
      high: 3,
    })!;

    expect(placement.destroyed).toEqual({
      reason: 'topic_recreated',
      messages: 5,
    });
    expect(placement.state.position).toBe(0);
    expect(placement.state.sequences).toEqual({
      tracker: state.sequences.tracker,
      seenTo: 0,
    });
    // What was fetched of the old topic is still on its way.
    expect(state.closed).toBe(false);
    expect(assignment.orphans).toEqual([state]);
    state.ledger.settle(state.ledger.open(15, 5));
    expect(assignment.orphans).toEqual([]);
  });

  it('does not take what kafkajs wrote over the commit for a new topic', () => {
    const assignment = assigned(0);
    const { state } = assignment.place(0, facts)!;
    state.committed = { offset: 10, accepted: 12 };
    state.position = 12;
    assignment.doubt(0);

    const placement = assignment.place(0, {
      committed: undefined,
      reset: true,
      low: 18,
      high: 25,
    })!;

    expect(placement.destroyed).toEqual({ reason: 'retention', messages: 6 });
    expect(placement.state).toBe(state);
    expect(state.closed).toBe(false);
    expect(state.position).toBe(18);
    expect(state.committed).toBeUndefined();
  });

  it('goes back to the commit when a membership breaks off, and forgets no agent', () => {
    const assignment = assigned(0);
    const { state } = assignment.place(0, facts)!;
    state.position = 18;
    state.ledger.accept(state.ledger.open(18, 8), 0, 'a');

    assignment.interrupt();
    assignment.assign([0]);
    const placement = assignment.place(0, facts)!;

    expect(placement.start).toBe(10);
    expect(placement.state.sequences).toBe(state.sequences);
    expect(state.closed).toBe(true);
  });
});
