import { GroupOffsets, LogOffsets } from './snapshot';

/** How far a group is behind. */
export interface Lag {
  messages: number;
  /** Age of the oldest message that waits. */
  seconds: number;
  /** The oldest message is older than what has been watched: `seconds` is at least so much. */
  atLeast: boolean;
  /** Messages a second that the lag grows by; negative while the group catches up. Undefined at first. */
  growth?: number;
  /** The partition with the most messages that wait, where some wait and there are several. */
  worst?: { partition: number; messages: number };
}

interface Entry {
  at: number;
  high: Map<number, number>;
}

const MAX_ENTRIES = 1000;
const GROWTH_LOOKS = 4;

/** Remembers where the log ended when, to tell how old the oldest waiting message is. */
export class LagHistory {
  #entries: Entry[] = [];
  #lags: { at: number; messages: number }[] = [];

  add({ low, high }: LogOffsets, { accepted }: GroupOffsets, now: Date): Lag {
    const at = now.getTime();
    const last = this.#entries.at(-1);
    // A log that ends earlier than before is another log: the topic was created again.
    if (
      last &&
      [...high].some(
        ([partition, end]) => end < (last.high.get(partition) ?? 0),
      )
    ) {
      this.#entries = [];
      this.#lags = [];
    }
    this.#entries.push({ at, high });
    const position = (partition: number) =>
      Math.max(accepted.get(partition) ?? 0, low.get(partition) ?? 0);
    const waits = (entry: Entry) =>
      [...entry.high].some(([partition, end]) => end > position(partition));

    const waiting = [...high].map(([partition, end]) => ({
      partition,
      messages: Math.max(0, end - position(partition)),
    }));
    const messages = waiting.reduce((sum, own) => sum + own.messages, 0);
    const [worst] = waiting.sort((a, b) => b.messages - a.messages);
    const first = this.#entries.findIndex(waits);
    // What came before the oldest waiting message will not be asked for again.
    if (first > 1) this.#entries = this.#entries.slice(first - 1);
    else if (first < 0) this.#entries = [{ at, high }];
    if (this.#entries.length > MAX_ENTRIES) {
      this.#entries = this.#entries.filter((_, index) => index % 2 === 0);
    }
    const oldest = this.#entries.findIndex(waits);
    const seconds =
      oldest < 0 ? 0 : (at - this.#entries[Math.max(0, oldest)].at) / 1000;
    return {
      messages,
      seconds,
      atLeast: oldest === 0 && messages > 0,
      growth: this.#growth(at, messages),
      worst: messages > 0 && waiting.length > 1 ? worst : undefined,
    };
  }

  #growth(at: number, messages: number): number | undefined {
    this.#lags.push({ at, messages });
    if (this.#lags.length > GROWTH_LOOKS) this.#lags.shift();
    const [first] = this.#lags;
    if (first.at === at) return undefined;
    return ((messages - first.messages) * 1000) / (at - first.at);
  }
}
