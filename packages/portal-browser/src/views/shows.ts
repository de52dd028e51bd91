import type { Page } from 'playwright-core';

/** For what comes within one cycle of the engine on an idle machine. */
export const WITHIN_MS = 60_000;

/** Waits until the first element of a role and name is there. */
export const shows = (
  role: 'heading' | 'link' | 'list' | 'region' | 'searchbox' | 'table',
  name: string | RegExp,
) =>
  function ready(page: Page) {
    return page
      .getByRole(role, { name })
      .first()
      .waitFor({ timeout: WITHIN_MS });
  };
