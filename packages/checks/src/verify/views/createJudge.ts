import { hostname } from 'node:os';
import { join } from 'node:path';
import { judgeView, type View } from '@gomon/portal-browser';
import type { Page } from 'playwright-core';
import type { Findings } from '../findings';
import { LOOKS } from './looks';
import { lookAtTab, type Tab } from './tab';

/** For what a fault takes to be noticed, and a server to be back. */
const WITHIN_MS = 180_000;

/** Looks at views of one portal, and notes what is wrong with them. */
export interface Judge {
  /** Waits until the map shows a stage with a status. */
  stageIs(title: string, status: string): Promise<void>;
  /** Waits until a page shows words. */
  says(path: string, words: string | RegExp): Promise<void>;
  /** Judges views, and keeps a picture of each. */
  all(views: readonly View[], state: string): Promise<void>;
  /** Looks for the words of a tab. */
  tab(tab: Tab, state: string): Promise<void>;
}

/**
 * Judges the views of a portal that somebody has entered.
 *
 * @param base - the portal's address
 * @param pictures - the folder for pictures of what was judged
 */
export function createJudge(
  page: Page,
  base: string,
  pictures: string,
  findings: Findings,
): Judge {
  const ways = `in ${LOOKS.length} ways`;
  const pictureOf = (state: string) =>
    join(pictures, state.replaceAll(' ', '-'));
  return {
    async stageIs(title, status) {
      await page.goto(`${base}/gomon`);
      await page
        .getByRole('link', { name: `${title}: ${status}`, exact: true })
        .first()
        .waitFor({ timeout: WITHIN_MS });
    },
    async says(path, words) {
      await page.goto(base + path);
      await page.getByText(words).first().waitFor({ timeout: WITHIN_MS });
    },
    async all(views, state) {
      for (const view of views) {
        const wrong = await judgeView(
          page,
          base,
          view,
          LOOKS,
          pictureOf(state),
        ).catch(error => [String(error)]);
        findings.holds(
          `${view.name}, ${state}: ${placeOf(view.path)}`,
          `nothing wrong ${ways}`,
          wrong.join('; ') || `nothing wrong ${ways}`,
          wrong.length === 0,
        );
      }
    },
    async tab(tab, state) {
      const picture = pictureOf(`${state}-${tab.name} tab`);
      const missing = await lookAtTab(page, base, tab, picture);
      findings.holds(
        `tab ${tab.name}, ${state}: ${placeOf(tab.path)}`,
        `shows “${tab.shows}” ${ways}`,
        missing === 0 ? 'shows it' : `does not in ${missing} of them`,
        missing === 0,
      );
    },
  };
}

/** Where a view stands, on any machine. */
function placeOf(path: string): string {
  return path.replace(encodeURIComponent(hostname()), 'HOST').split('?')[0];
}
