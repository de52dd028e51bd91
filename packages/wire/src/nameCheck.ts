import type { NameAllowance } from './seriesBudget';

/** More names than this are found faster in a set than in a list. */
const FEW = 16;

/**
 * Finds names of disks or interfaces of one message that cannot be stored: two values of one series at one time are
 * one too many, and the first one counts.
 */
export class NameCheck {
  private readonly list: string[] = [];
  private set: Set<string> | undefined;

  /** @param allows - whether the host may have series for a name; all when absent */
  constructor(private readonly allows?: NameAllowance) {}

  refuse(
    name: string,
  ): 'label_empty' | 'duplicate_series' | 'too_many_series' | undefined {
    if (name === '') return 'label_empty';
    if (this.known(name)) return 'duplicate_series';
    if (this.allows && !this.allows(name)) return 'too_many_series';
    if (this.set) this.set.add(name);
    else this.list.push(name);
    if (this.list.length === FEW) this.set ??= new Set(this.list);
    return undefined;
  }

  private known(name: string): boolean {
    return this.set ? this.set.has(name) : this.list.includes(name);
  }
}
