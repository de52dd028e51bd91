import type { Page } from 'playwright-core';

/** What the watch keeps in the page: tasks that held its main thread for more than 50 ms. */
interface Watched {
  longTasks: { startTime: number; duration: number }[];
}

/** As text: the loader of our programs would have a function look for a helper that no page has. */
const WATCH = `
globalThis.longTasks = [];
new PerformanceObserver(list => {
  for (const { startTime, duration } of list.getEntries()) {
    globalThis.longTasks.push({ startTime, duration });
  }
}).observe({ type: 'longtask', buffered: true });
`;

/** After so long without a long task the page is taken as answering whoever uses it. */
const QUIET_MS = 1000;

/** Sees what the documents of a page ask of gomon's backend, and how long they hold their main thread. */
export class PageWatch {
  #requests = 0;

  private constructor(private readonly page: Page) {}

  static async over(page: Page): Promise<PageWatch> {
    const watch = new PageWatch(page);
    await page.addInitScript({ content: WATCH });
    page.on('request', request => {
      if (request.url().includes('/api/gomon/')) watch.#requests += 1;
    });
    return watch;
  }

  /** Forgets what was seen so far. */
  async begin(): Promise<void> {
    this.#requests = 0;
    await this.page.evaluate(() => {
      (globalThis as unknown as Watched).longTasks = [];
    });
  }

  /** Requests to gomon's backend since {@link begin}. */
  get requests(): number {
    return this.#requests;
  }

  /** The longest task since {@link begin}, in milliseconds; 0 where none took more than 50 ms. */
  longestTaskMs(): Promise<number> {
    return this.page.evaluate(() =>
      Math.max(
        0,
        ...(globalThis as unknown as Watched).longTasks.map(
          ({ duration }) => duration,
        ),
      ),
    );
  }

  /** Milliseconds of the document's clock, which began with the navigation to it. */
  now(): Promise<number> {
    return this.page.evaluate(() => performance.now());
  }

  /** When the last long task had ended, once none has come for a second: on the document's clock, and at least `drawnAt`. */
  quietSince(drawnAt: number): Promise<number> {
    return this.page.evaluate(
      async ({ drawn, quietMs }) => {
        for (;;) {
          await new Promise(resolve => {
            setTimeout(resolve, 50);
          });
          const last = Math.max(
            drawn,
            ...(globalThis as unknown as Watched).longTasks.map(
              ({ startTime, duration }) => startTime + duration,
            ),
          );
          if (performance.now() - last >= quietMs) return last;
        }
      },
      { drawn: drawnAt, quietMs: QUIET_MS },
    );
  }
}
