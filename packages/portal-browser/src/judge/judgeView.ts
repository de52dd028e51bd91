import type { Page } from 'playwright-core';
import type { View } from '../views/view';
import { applyLook, type Look } from './look';
import { overflowOf } from './overflowOf';
import { violationsOf } from './violationsOf';

/**
 * Opens a view and looks at it in each of the ways.
 *
 * @param base - the portal's address
 * @param pictures - how the files of the pictures that are kept begin; none are kept where absent
 * @returns what is wrong with it, in words: rules of WCAG AA that it breaks, and where it is wider than its place
 */
export async function judgeView(
  page: Page,
  base: string,
  view: View,
  looks: readonly Look[],
  pictures?: string,
): Promise<string[]> {
  const wrong: string[] = [];
  await page.goto(base + view.path);
  await view.ready(page);
  for (const look of looks) {
    const { scheme, width } = look;
    await applyLook(page, look);
    // In another theme the portal is rendered anew.
    await view.ready(page);
    const where = `${view.name}, ${scheme}, ${width} px`;
    const overflow = await overflowOf(page);
    if (overflow > 0) wrong.push(`${where}: ${overflow} px too wide`);
    const violations = await violationsOf(page);
    wrong.push(...violations.map(rule => `${where}: ${rule}`));
    if (pictures) {
      const name = `${pictures}-${view.name}-${scheme}-${width}`;
      const path = `${name.replaceAll(' ', '-')}.png`;
      await page.screenshot({ path, fullPage: true });
    }
  }
  return wrong;
}
