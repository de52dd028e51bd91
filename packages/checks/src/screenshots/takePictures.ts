import { join } from 'node:path';
import { repositoryRoot } from '@gomon/dev-stack';
import type { OpenPortal } from '@gomon/portal-browser';
import type { Picture } from './pictures';

const WIDTH = 1280;

/** Takes pictures into docs/images, in light and in dark. */
export async function takePictures(
  page: OpenPortal['page'],
  url: string,
  pictures: readonly Picture[],
): Promise<void> {
  for (const { name, path, ready, height } of pictures) {
    await page.setViewportSize({ width: WIDTH, height });
    for (const scheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
      await page.goto(url + path);
      await page
        .locator(`body[data-theme-mode="${scheme}"]`)
        .waitFor({ state: 'attached' });
      await ready(page);
      const file = `docs/images/${name}-${scheme}.png`;
      await page.screenshot({ path: join(repositoryRoot, file) });
      process.stdout.write(`${file}\n`);
    }
  }
}
