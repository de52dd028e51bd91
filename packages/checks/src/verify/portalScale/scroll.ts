import type { Page } from 'playwright-core';
import { setTimeout as sleep } from 'node:timers/promises';
import type { PageWatch } from './PageWatch';

const WHEEL_STEPS = 100;
const WHEEL_PX = 600;
const DRAG_STEPS = 60;
const EVERY_MS = 100;

/** What came of scrolling. */
export interface Scrolled {
  longestTaskMs: number;
  requests: number;
  /** Number of the last row that was drawn. */
  row: number;
}

/** Turns the wheel over the list of hosts, as fast as a hand does. */
export async function byWheel(page: Page, watch: PageWatch): Promise<Scrolled> {
  await page.getByRole('table', { name: 'Hosts' }).hover();
  await watch.begin();
  for (let step = 0; step < WHEEL_STEPS; step += 1) {
    await page.mouse.wheel(0, WHEEL_PX);
    await sleep(EVERY_MS);
  }
  return scrolled(page, watch);
}

/** Draws the list by its bar from the first host to the last. */
export async function byBar(page: Page, watch: PageWatch): Promise<Scrolled> {
  const list = page.getByRole('table', { name: 'Hosts' });
  await watch.begin();
  for (let step = 0; step <= DRAG_STEPS; step += 1) {
    await list.evaluate((element, share) => {
      element.scrollTop = element.scrollHeight * share;
    }, step / DRAG_STEPS);
    await sleep(EVERY_MS);
  }
  // What was passed comes page by page: the last row has its host when all of them have come.
  await list.getByRole('row').last().getByRole('link').waitFor();
  return scrolled(page, watch);
}

async function scrolled(page: Page, watch: PageWatch): Promise<Scrolled> {
  const last = page
    .getByRole('table', { name: 'Hosts' })
    .getByRole('row')
    .last();
  return {
    longestTaskMs: await watch.longestTaskMs(),
    requests: watch.requests,
    row: Number(await last.getAttribute('aria-rowindex')) - 1,
  };
}
