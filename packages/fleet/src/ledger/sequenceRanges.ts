/** Numbers as ranges without gaps: a fleet's acknowledgements are nearly all neighbours. */
export class SequenceRanges {
  private readonly ranges: { from: number; to: number }[] = [];

  /** Adds a number; adding it twice changes nothing. */
  add(sequence: number): void {
    const { ranges } = this;
    let at = ranges.length;
    while (at > 0 && ranges[at - 1].from > sequence) at -= 1;
    const before = ranges[at - 1];
    const after = ranges[at];
    if (before && sequence <= before.to) return;
    const joinsBefore = before?.to === sequence - 1;
    const joinsAfter = after?.from === sequence + 1;
    if (joinsBefore && joinsAfter) {
      before.to = after.to;
      ranges.splice(at, 1);
    } else if (joinsBefore) before.to = sequence;
    else if (joinsAfter) after.from = sequence;
    else ranges.splice(at, 0, { from: sequence, to: sequence });
  }

  has(sequence: number): boolean {
    return this.ranges.some(
      ({ from, to }) => sequence >= from && sequence <= to,
    );
  }

  get size(): number {
    return this.ranges.reduce((sum, { from, to }) => sum + to - from + 1, 0);
  }

  /** All of them, ascending. */
  *[Symbol.iterator](): Generator<number> {
    for (const { from, to } of this.ranges) {
      for (let sequence = from; sequence <= to; sequence++) yield sequence;
    }
  }
}
