/** What one message says about its place among the messages of its agent. */
export interface SequencePoint {
  readonly host: string;
  /** One start of one agent. */
  readonly boot: string;
  readonly sequence: number;
}

/** What the tracker counted of one host since it was asked last. */
export interface SequenceCounts {
  /** Messages that agents numbered and that never came. */
  missing: number;
  /** Messages that came more than once. */
  duplicates: number;
}

/** Bounds of the tracker. */
export interface SequenceLimits {
  /** How many (host, boot) pairs are followed; the one seen longest ago, give or take a minute, is let go. */
  readonly maxAgents: number;
  /** How many separate gaps of one agent are held open. */
  readonly maxOpenGaps: number;
  /** How long a gap may still be filled by a message that comes late. */
  readonly graceMs: number;
}

interface Gap {
  from: number;
  to: number;
  readonly sinceMs: number;
}

// To keep agents in the order of their last sight costs more than all else here: it is good enough by the minute.
const IN_ORDER_FOR_MS = 60_000;

interface Agent {
  last: number;
  /** When it was put last in the order. */
  orderedAtMs: number;
  gaps: Gap[] | undefined;
}

/**
 * Counts gaps and repeats in the numbers that agents give their messages.
 *
 * A gap is held open for a while, since a producer that tries again may
 * deliver late, and is counted as missing when nobody filled it. Memory is
 * bounded: an agent that is let go has its open gaps counted.
 */
export class SequenceTracker {
  readonly #limits: SequenceLimits;
  // In the order of last sight: the first is the one to let go.
  readonly #agents = new Map<string, Agent>();
  readonly #withGaps = new Set<string>();
  #counts = new Map<string, SequenceCounts>();

  constructor(limits: SequenceLimits) {
    this.#limits = limits;
  }

  /** Agents that are followed now. */
  get agents(): number {
    return this.#agents.size;
  }

  /** Takes note of one message, in the order of the partition. */
  observe({ host, boot, sequence }: SequencePoint, nowMs: number): void {
    const key = `${host}\n${boot}`;
    const agent = this.#agents.get(key);
    if (!agent) {
      this.#agents.set(key, {
        last: sequence,
        orderedAtMs: nowMs,
        gaps: undefined,
      });
      this.#letGo();
      return;
    }
    if (nowMs - agent.orderedAtMs >= IN_ORDER_FOR_MS) {
      agent.orderedAtMs = nowMs;
      this.#agents.delete(key);
      this.#agents.set(key, agent);
    }

    if (sequence === agent.last + 1) {
      agent.last = sequence;
    } else if (sequence > agent.last) {
      this.#openGap(key, agent, {
        from: agent.last + 1,
        to: sequence - 1,
        sinceMs: nowMs,
      });
      agent.last = sequence;
    } else if (!this.#fill(key, agent, sequence)) {
      this.#countsOf(key).duplicates += 1;
    }
  }

  /** Counts the gaps that stayed open too long, and hands over what was counted, by host. */
  drain(nowMs: number): Map<string, SequenceCounts> {
    for (const key of this.#withGaps) {
      const agent = this.#agents.get(key)!;
      this.#close(
        key,
        agent,
        gap => gap.sinceMs + this.#limits.graceMs <= nowMs,
      );
    }
    const counts = this.#counts;
    this.#counts = new Map();
    return counts;
  }

  #countsOf(key: string): SequenceCounts {
    const host = key.slice(0, key.indexOf('\n'));
    let counts = this.#counts.get(host);
    if (!counts) {
      counts = { missing: 0, duplicates: 0 };
      this.#counts.set(host, counts);
    }
    return counts;
  }

  #openGap(key: string, agent: Agent, gap: Gap) {
    agent.gaps ??= [];
    agent.gaps.push(gap);
    this.#withGaps.add(key);
    this.#bound(key, agent);
  }

  #fill(key: string, agent: Agent, sequence: number): boolean {
    const gaps = agent.gaps;
    const index =
      gaps?.findIndex(gap => gap.from <= sequence && sequence <= gap.to) ?? -1;
    if (!gaps || index < 0) {
      return false;
    }
    const { from, to, sinceMs } = gaps[index];
    const rest: Gap[] = [];
    if (from < sequence) rest.push({ from, to: sequence - 1, sinceMs });
    if (sequence < to) rest.push({ from: sequence + 1, to, sinceMs });
    gaps.splice(index, 1, ...rest);
    this.#close(key, agent, () => false);
    this.#bound(key, agent);
    return true;
  }

  #bound(key: string, agent: Agent) {
    if (agent.gaps && agent.gaps.length > this.#limits.maxOpenGaps) {
      const oldest = agent.gaps[0];
      this.#close(key, agent, candidate => candidate === oldest);
    }
  }

  #close(key: string, agent: Agent, isLost: (gap: Gap) => boolean) {
    const open: Gap[] = [];
    for (const gap of agent.gaps ?? []) {
      if (isLost(gap)) {
        this.#countsOf(key).missing += gap.to - gap.from + 1;
      } else {
        open.push(gap);
      }
    }
    agent.gaps = open.length > 0 ? open : undefined;
    if (!agent.gaps) {
      this.#withGaps.delete(key);
    }
  }

  #letGo() {
    while (this.#agents.size > this.#limits.maxAgents) {
      const [key, agent] = this.#agents.entries().next().value!;
      this.#close(key, agent, () => true);
      this.#agents.delete(key);
    }
  }
}
