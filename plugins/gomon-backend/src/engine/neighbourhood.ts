import { Topology } from '@gomon/plugin-gomon-node';

type Links = Map<string, string[]>;

/** Who lies upstream and downstream of whom, over any number of stages. */
export class Neighbourhood {
  static readonly #known = new WeakMap<object, Neighbourhood>();
  readonly #down: Links = new Map();
  readonly #up: Links = new Map();
  readonly #reached = new Map<string, Map<string, number>>();

  /** That of a topology; worked out once, since a topology never changes. */
  static of(topology: Pick<Topology, 'flows' | 'dependencies'>): Neighbourhood {
    const known = this.#known.get(topology) ?? new Neighbourhood(topology);
    this.#known.set(topology, known);
    return known;
  }

  /** That of the flows of data alone; worked out once. */
  static ofFlows(flows: Topology['flows']): Neighbourhood {
    const known =
      this.#known.get(flows) ?? new Neighbourhood({ flows, dependencies: [] });
    this.#known.set(flows, known);
    return known;
  }

  private constructor({
    flows,
    dependencies,
  }: Pick<Topology, 'flows' | 'dependencies'>) {
    for (const { from, to } of flows) {
      link(this.#down, from, to);
      link(this.#up, to, from);
    }
    // What a component relies on can starve it as well as hold it up.
    for (const { from, to } of dependencies) {
      const [sends, receives] = [this.#down, this.#up].map(
        links => links.get(from)?.includes(to) ?? false,
      );
      if (!sends) link(this.#up, from, to);
      if (!receives) link(this.#down, from, to);
    }
  }

  isUpstream(candidate: string, of: string): boolean {
    return this.#reach('up', of).has(candidate);
  }

  isDownstream(candidate: string, of: string): boolean {
    return this.#reach('down', of).has(candidate);
  }

  /** Number of steps between two components, whichever way the data flows. */
  distance(a: string, b: string): number {
    return Math.min(
      this.#reach('up', a).get(b) ?? Infinity,
      this.#reach('down', a).get(b) ?? Infinity,
    );
  }

  #reach(way: 'up' | 'down', start: string): Map<string, number> {
    const key = `${way} ${start}`;
    const known = this.#reached.get(key);
    if (known) return known;
    const links = way === 'up' ? this.#up : this.#down;
    const steps = new Map<string, number>();
    let ring = [start];
    for (let step = 1; ring.length > 0; step++) {
      ring = [...new Set(ring.flatMap(ref => links.get(ref) ?? []))].filter(
        ref => ref !== start && !steps.has(ref),
      );
      ring.forEach(ref => steps.set(ref, step));
    }
    this.#reached.set(key, steps);
    return steps;
  }
}

function link(links: Links, from: string, to: string) {
  const linked = links.get(from) ?? [];
  linked.push(to);
  links.set(from, linked);
}
