import { Matcher, matchersOf } from './matchers';
import { Scope } from './queries';

/** Series that are remembered; hosts that come and go must not fill the memory. */
const MAX_KNOWN = 200_000;

/** Whose of several fleets a series is. Labels stay as they are, so what was found out once is remembered from cycle to cycle. */
export class Owners {
  readonly #fleets: { selector: string; matchers: Matcher[] }[];
  readonly #labels: string[];
  readonly #known = new Map<string, readonly string[]>();
  /** What selects the hosts of all of them; undefined where there is nothing to share. */
  readonly scope: Scope | undefined;

  /** @param selectors - of all fleets of one database */
  constructor(selectors: readonly string[]) {
    this.#fleets = [...new Set(selectors)].flatMap(selector => {
      const matchers = matchersOf(selector);
      return matchers ? [{ selector, matchers }] : [];
    });
    const all = this.#fleets.map(({ matchers }) => matchers);
    const names = all.flat().map(({ label }) => label);
    this.#labels = [...new Set(['instance', ...names])];
    const [first = [], ...others] = all;
    const common = first.filter(({ text }) =>
      others.every(matchers => matchers.some(other => other.text === text)),
    );
    this.scope =
      all.length < 2
        ? undefined
        : {
            selector: common.map(({ text }) => text).join(','),
            by: this.#labels.join(', '),
          };
  }

  /** Whether a selector is understood here, and not by the database alone. */
  knows(selector: string): boolean {
    return this.#fleets.some(fleet => fleet.selector === selector);
  }

  /** Selectors of the fleets that a series belongs to. */
  of(labels: Record<string, string>): readonly string[] {
    const key = this.#labels.map(label => labels[label] ?? '').join('\n');
    const known = this.#known.get(key);
    if (known) return known;
    const owners = this.#fleets
      .filter(({ matchers }) =>
        matchers.every(({ label, matches }) => matches(labels[label] ?? '')),
      )
      .map(({ selector }) => selector);
    if (this.#known.size >= MAX_KNOWN) this.#known.clear();
    this.#known.set(key, owners);
    return owners;
  }
}
