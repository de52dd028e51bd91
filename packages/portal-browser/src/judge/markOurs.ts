import type { Page } from 'playwright-core';

/** An attribute that nobody else sets. */
export const OURS = 'data-drawn-by-gomon';

/**
 * Marks the roots of what gomon draws; what the portal itself draws is not gomon's to mend. Class names are hashed in a built
 * portal, so they are known by what each of them does: it mixes a secondary colour of its own (`legible.module.css`).
 */
export function markOurs(page: Page): Promise<void> {
  return page.evaluate(attribute => {
    // Without a function that has a name: the loader of our programs would have it look for a helper that no page has.
    for (const element of document.querySelectorAll('#root *')) {
      const [own, inherited] = [element, element.parentElement!].map(it =>
        getComputedStyle(it).getPropertyValue('--bui-fg-secondary'),
      );
      if (own !== inherited) element.setAttribute(attribute, '');
    }
  }, OURS);
}
