import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { markOurs, OURS } from './markOurs';

const WCAG_AA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** The rules of WCAG 2.1 AA that what gomon draws on the page breaks, and where; rejects where gomon draws nothing. */
export async function violationsOf(page: Page): Promise<string[]> {
  await markOurs(page);
  const { violations } = await new AxeBuilder({ page })
    .withTags(WCAG_AA)
    .include(`[${OURS}]`)
    .analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) => `${id}: ${target} ${failureSummary}`,
    ),
  );
}
