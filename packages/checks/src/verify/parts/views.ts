import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStack } from '@gomon/dev-stack';
import {
  judgeView,
  metricsViews,
  openPortal,
  type Look,
} from '@gomon/portal-browser';
import type { VerifyPart } from '../part';

const WIDTHS = [360, 1440, 2560];
const LOOKS: Look[] = WIDTHS.flatMap(width => [
  { scheme: 'light', width },
  { scheme: 'dark', width },
]);
const WITHIN_MS = 120_000;

export const views: VerifyPart = {
  name: 'views',
  title: 'every view is sound, in every way a person may see it',
  minutes: 5,
  about: `Opens every page, tab and card in Chromium against a stack of its own, while all is well and while VictoriaMetrics is down, in light and dark, ${WIDTHS.join(
    ', ',
  )} px wide. Each time axe judges what gomon draws by the rules of WCAG 2.1 AA, and nothing of it may be wider than its place.`,
  async run(findings) {
    const dir = await mkdtemp(join(tmpdir(), 'gomon-verify-'));
    const stack = await startStack({ dir, portal: true });
    try {
      const { frontend } = stack.urls;
      const portal = await openPortal(frontend);
      findings.version('Chromium', portal.browser.version());
      try {
        const { page } = portal;
        const judgeAll = async (state: string) => {
          for (const view of metricsViews) {
            const wrong = await judgeView(page, frontend, view, LOOKS);
            findings.holds(
              `${view.name}, ${state}`,
              `nothing wrong in ${LOOKS.length} ways`,
              wrong.join('; ') || `nothing wrong in ${LOOKS.length} ways`,
              wrong.length === 0,
            );
          }
        };
        const stageIs = (status: string) =>
          page
            .getByRole('link', { name: `VictoriaMetrics: ${status}` })
            .first()
            .waitFor({ timeout: WITHIN_MS });
        await page.goto(`${frontend}/gomon`);
        await stageIs('ok');
        await judgeAll('all well');
        findings.ran('yarn stack kill victoria-metrics');
        await stack.components['victoria-metrics'].kill();
        await page.goto(`${frontend}/gomon`);
        await stageIs('down');
        await judgeAll('VictoriaMetrics down');
      } finally {
        await portal.close();
      }
    } finally {
      await stack.stop();
      await rm(dir, { recursive: true, force: true });
    }
  },
};
