import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sentenceOf } from '@gomon/dev-stack';
import { Findings } from '../findings';
import type { VerifyPart } from '../part';
import { LocalRegistry } from '../adoption/LocalRegistry';
import { lookAtPortal } from '../adoption/lookAtPortal';
import { packPlugins } from '../adoption/packPlugins';
import {
  CREATE_APP_VERSION,
  installPrograms,
  VERDACCIO_VERSION,
} from '../adoption/programs';
import { StockPortal } from '../adoption/StockPortal';

export const adoption: VerifyPart = {
  name: 'adoption',
  title: "gomon in somebody else's portal",
  minutes: 12,
  about:
    "Packs the plugins, publishes them to a registry that is thrown away, and adds them to a portal that Backstage's own `create-app` has just made, by the steps of the README: its commands word by word, its lines in the files it names. Once on the new frontend system, once on the old one. The portal is type-checked, built and started, and a browser goes from its sidebar to the page, and on to the Health tab and the overview's card of the smallest example of an annotated entity. Besides the README's steps, the portal is told where the scope `@gomon` comes from, that a package may be younger than three days, that Yarn need not look for `@types` packages, and the version pins of this repository.",
  async run(findings) {
    const dir = await mkdtemp(join(tmpdir(), 'gomon-adoption-'));
    findings.version('@backstage/create-app', CREATE_APP_VERSION);
    findings.version('verdaccio', VERDACCIO_VERSION);
    let registry: LocalRegistry | undefined;
    try {
      const programs = join(dir, 'programs');
      await mkdir(programs);
      await installPrograms(programs);
      const archives = await packPlugins(dir);
      registry = await LocalRegistry.start(programs);
      for (const archive of archives) await registry.publish(archive);
      findings.saw('packages packed and published', String(archives.length));
      const { url: registryUrl } = registry;
      const portals = [false, true].map(
        legacy =>
          new StockPortal(join(dir, legacy ? 'legacy' : 'new'), {
            legacy,
            programs,
            registryUrl,
          }),
      );
      for (const portal of portals) await portal.create();
      await portals[0].forgetPackages();
      try {
        // Beside each other: most of it keeps one processor busy.
        const seen = await Promise.all(portals.map(adopt));
        seen.forEach(own => findings.append(own));
      } finally {
        await portals[0].forgetPackages();
      }
    } finally {
      await registry?.stop();
      await rm(dir, { recursive: true, force: true });
    }
  },
};

/** Resolves with what was seen, also where that is why it did not come to its end. */
async function adopt(portal: StockPortal): Promise<Findings> {
  const findings = new Findings();
  const system = portal.isLegacy ? 'old' : 'new';
  const what = (thing: string) => `${thing}, ${system} frontend system`;
  try {
    findings.ran(`create-app${portal.isLegacy ? ' --legacy' : ''}`);
    for (const command of await portal.followReadme()) findings.ran(command);
    for (const command of await portal.build()) findings.ran(command);
    findings.holds(
      what('the stock portal with gomon'),
      'type-checks and builds',
      'type-checks and builds',
      true,
    );
    const seen = await lookAtPortal(await portal.start());
    findings.holds(
      what('the page that the sidebar leads to'),
      'shows the stage of the annotated entity',
      seen.page,
      seen.page.startsWith('orders-agent: '),
    );
    findings.holds(
      what('the Health tab'),
      'says how the entity is',
      seen.tab,
      seen.tab.length > 0,
    );
    findings.holds(
      what('the card on the overview'),
      'leads to the Health tab',
      seen.card,
      seen.card.endsWith('/orders-agent/health'),
    );
    findings.holds(
      what('errors in the browser'),
      'none',
      seen.errors.join('; ') || 'none',
      seen.errors.length === 0,
    );
  } catch (error) {
    findings.holds(what('the run'), 'ends', sentenceOf(error), false);
  } finally {
    await portal.stop();
  }
  return findings;
}
