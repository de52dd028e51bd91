import { Host, HostPage } from '@gomon/plugin-gomon-common';

/** What the backend gives at most in one answer. */
export const PAGE_SIZE = 500;

/**
 * The hosts that were loaded so far, page by page. A page can only be reached through the one before it; those that were
 * reached stay, so that scrolling back shows them at once while they are asked for again.
 */
export class HostPages {
  #pages: { items: Host[]; nextCursor?: string }[] = [];
  #totalItems = 0;

  constructor(
    private readonly ask: (
      cursor: string | undefined,
      signal: AbortSignal,
    ) => Promise<HostPage>,
  ) {}

  get totalItems(): number {
    return this.#totalItems;
  }

  /** The host of a row; undefined where it was not loaded yet. */
  at(row: number): Host | undefined {
    return this.#pages[Math.floor(row / PAGE_SIZE)]?.items[row % PAGE_SIZE];
  }

  /** Asks again for the pages of some rows, and for those on the way there that were never asked for. */
  async load(firstRow: number, lastRow: number, signal: AbortSignal) {
    const first = Math.floor(firstRow / PAGE_SIZE);
    const last = Math.floor(Math.max(firstRow, lastRow - 1) / PAGE_SIZE);
    for (let index = 0; index <= last; index += 1) {
      const isOnTheWay = index < first && this.#pages[index] !== undefined;
      const before = this.#pages[index - 1];
      if (index > 0 && before?.nextCursor === undefined) return;
      if (!isOnTheWay) {
        const page = await this.ask(before?.nextCursor, signal);
        this.#totalItems = page.totalItems;
        this.#pages[index] = {
          items: page.items,
          nextCursor: page.pageInfo.nextCursor,
        };
      }
    }
  }
}
