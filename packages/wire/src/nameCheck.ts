import type { NameAllowance } from './seriesBudget';

/** More names than this are found faster in a set than in a list. */
const FEW = 16;

/**
 * Finds names of disks or interfaces of one message that cannot be stored: two values of one series at one time are
 * one too many, and the first one counts.
 */
export class NameCheck {
  private readonly names: Set<string> | string[];
  private count = 0;

  /**
   * @param most - how many names there are
   * @param allows - whether the host may have series for a name; all when absent
   */
  constructor(most: number, private readonly allows?: NameAllowance) {
    this.names = most > FEW ? new Set() : new Array<string>(most);
  }

  refuse(
    name: string,
  ): 'label_empty' | 'duplicate_series' | 'too_many_series' | undefined {
    if (name === '') return 'label_empty';
    if (this.isKnown(name)) return 'duplicate_series';
    if (this.allows && !this.allows(name)) return 'too_many_series';
    if (Array.isArray(this.names)) this.names[this.count++] = name;
    else this.names.add(name);
    return undefined;
  }

  private isKnown(name: string): boolean {
    const { names } = this;
    if (!Array.isArray(names)) return names.has(name);
    for (let i = 0; i < this.count; i++) if (names[i] === name) return true;
    return false;
  }
}
