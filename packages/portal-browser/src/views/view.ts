import type { Page } from 'playwright-core';

/** A page, tab or card of gomon's. */
export interface View {
  name: string;
  /** Below the portal's address. */
  path: string;
  /** Waits for what must stand there before it is looked at; rejects when it does not come. */
  ready(page: Page): Promise<void>;
}
