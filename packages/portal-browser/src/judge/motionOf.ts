import type { Page } from 'playwright-core';
import { markOurs, OURS } from './markOurs';

/** What of gomon's moves by itself at this moment: the names of the animations that run. */
export async function motionOf(page: Page): Promise<string[]> {
  await markOurs(page);
  return page.evaluate(
    attribute =>
      document
        .getAnimations()
        .filter(
          ({ effect, playState }) =>
            playState === 'running' &&
            (effect as KeyframeEffect).target?.closest(`[${attribute}]`),
        )
        .map(animation =>
          'animationName' in animation
            ? String(animation.animationName)
            : animation.constructor.name,
        ),
    OURS,
  );
}
