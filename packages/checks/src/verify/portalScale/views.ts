import type { Locator, Page } from 'playwright-core';

const WITHIN_MS = 120_000;

/** A view that a person goes to from elsewhere in the portal. */
export interface LargeView {
  name: string;
  /** Below the portal's address. */
  path: string;
  /** What is clicked to get there: first from a page that is not gomon's, each further one from what the one before it opened. */
  clicks: readonly string[];
  /** What shows that its content stands, and not the outlines of it. */
  content(page: Page): Locator;
}

/** The views that show many components or hosts. */
export const largeViews: readonly LargeView[] = [
  {
    name: 'pipelines',
    path: '/gomon/pipelines',
    clicks: ['gomon'],
    content: page =>
      page
        .getByRole('region', { name: /pipeline$/ })
        .getByRole('link', { name: /: / })
        .first(),
  },
  {
    name: 'hosts',
    path: '/gomon/hosts',
    clicks: ['gomon', 'Hosts'],
    content: page =>
      page.getByRole('table', { name: 'Hosts' }).getByRole('link').first(),
  },
  {
    name: 'timeline',
    path: '/gomon/timeline',
    clicks: ['gomon', 'Timeline'],
    content: page =>
      page.getByRole('list', { name: 'Timeline' }).getByRole('img').first(),
  },
];

export function untilItStands(page: Page, view: LargeView): Promise<void> {
  return view.content(page).waitFor({ timeout: WITHIN_MS });
}
