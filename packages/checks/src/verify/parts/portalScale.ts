import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LargePlatform } from '@gomon/fleet';
import { openPortal } from '@gomon/portal-browser';
import type { Page } from 'playwright-core';
import { BUNDLE_LIMIT_BYTES, measureBundle } from '../../bundle/measureBundle';
import type { Findings } from '../findings';
import type { VerifyPart } from '../part';
import { untilAllIsShown } from '../portalScale/largePortal';
import { median } from '../portalScale/median';
import { byAddress, byClick, type Navigation } from '../portalScale/navigate';
import { PageWatch } from '../portalScale/PageWatch';
import { byBar, byWheel, type Scrolled } from '../portalScale/scroll';
import { largeViews, untilItStands } from '../portalScale/views';

const TIMES = 5;
const INTERACTIVE_LIMIT_MS = 2000;
const LONG_TASK_LIMIT_MS = 100;
/** A view that asked for every row, or for every stage, would ask far more. */
const REQUEST_LIMIT = 20;
/** Rows of the list of hosts that one request brings, at the least. */
const ROWS_PER_REQUEST = 100;

export const portalScale: VerifyPart = {
  name: 'portal-scale',
  title: 'the portal in front of a thousand components and ten thousand hosts',
  minutes: 8,
  about: `Kafka, VictoriaMetrics and aggregator are real processes, and ten thousand hosts report through them every 30 s; a portal with PostgreSQL, as in production, watches them as a hundred sites of ten components each, and Chromium shows it. All of it shares the machine. A view is interactive when its content stands and the main thread has then been free of tasks of more than 50 ms for a second; the moment counts at which that second began. Each view is gone to ${TIMES} times by a click inside of the portal, and ${TIMES} times by its address, which loads the whole portal as well. Then the list of all hosts is scrolled by the wheel, and by its bar from the first host to the last.`,
  async run(findings) {
    const dir = await mkdtemp(join(tmpdir(), 'gomon-portal-scale-'));
    const platform = await LargePlatform.start({ dir });
    try {
      const url = await platform.startPortal({
        frontend: true,
        database: 'postgresql',
      });
      const shown = await untilAllIsShown(url, platform);
      findings.saw(
        'the portal shows',
        `${shown.components} components, ${shown.hosts} hosts`,
      );
      const portal = await openPortal(url);
      findings.version('Chromium', portal.browser.version());
      try {
        const watch = await PageWatch.over(portal.page);
        await navigations(findings, portal.page, watch, url);
        await scrolling(findings, portal.page, watch, url);
      } finally {
        await portal.close();
      }
    } finally {
      await platform.stop();
      await rm(dir, { recursive: true, force: true });
    }
    const { gzipBytes } = await measureBundle();
    findings.ran('yarn bundle-size');
    findings.holds(
      "what the plugin adds to a portal's bundle, compressed",
      `below ${BUNDLE_LIMIT_BYTES / 1000} KB`,
      `${(gzipBytes / 1000).toFixed(1)} KB`,
      gzipBytes < BUNDLE_LIMIT_BYTES,
    );
  },
};

async function navigations(
  findings: Findings,
  page: Page,
  watch: PageWatch,
  url: string,
): Promise<void> {
  for (const view of largeViews) {
    for (const [way, go] of [
      ['by a click', byClick],
      ['by its address', byAddress],
    ] as const) {
      const made: Navigation[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        made.push(await go(page, watch, url, view));
      }
      const times = made.map(({ interactiveMs }) => interactiveMs);
      findings.holds(
        `${view.name}, ${way}: interactive, median of ${TIMES}`,
        `within ${INTERACTIVE_LIMIT_MS / 1000} s`,
        `${inSeconds(median(times))} s (${times.map(inSeconds).join(', ')})`,
        median(times) <= INTERACTIVE_LIMIT_MS,
      );
      const requests = Math.max(...made.map(each => each.requests));
      findings.holds(
        `${view.name}, ${way}: requests to gomon, at most`,
        `no more than ${REQUEST_LIMIT}`,
        String(requests),
        requests <= REQUEST_LIMIT,
      );
    }
  }
}

async function scrolling(
  findings: Findings,
  page: Page,
  watch: PageWatch,
  url: string,
): Promise<void> {
  const hosts = largeViews.find(({ name }) => name === 'hosts')!;
  await page.goto(url + hosts.path);
  await untilItStands(page, hosts);
  await watch.quietSince(await watch.now());
  tellScrolled(findings, 'by the wheel', await byWheel(page, watch));
  tellScrolled(findings, 'by the bar', await byBar(page, watch));
}

function tellScrolled(
  findings: Findings,
  way: string,
  { row, requests, longestTaskMs }: Scrolled,
): void {
  findings.holds(
    `scrolling ${way}: longest task`,
    `${LONG_TASK_LIMIT_MS} ms or less`,
    longestTaskMs > 0
      ? `${longestTaskMs.toFixed(0)} ms`
      : 'none of more than 50 ms',
    longestTaskMs <= LONG_TASK_LIMIT_MS,
  );
  findings.holds(
    `scrolling ${way}: requests to gomon down to row ${row}`,
    `at most one for ${ROWS_PER_REQUEST} rows`,
    String(requests),
    requests * ROWS_PER_REQUEST <= row,
  );
}

function inSeconds(ms: number): string {
  return (ms / 1000).toFixed(2);
}
