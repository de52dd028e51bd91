import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Problem, repositoryRoot } from '@gomon/dev-stack';
import { buildOverlay, canBuildImages, copyContext } from '@gomon/platform';
import { verifyBuild } from '../images/images';
import { verifyPortal } from '../images/verifyPortal';
import { verifyService } from '../images/verifyService';
import { verifySetUpImage } from '../images/verifySetUpImage';
import type { VerifyPart } from '../part';

export const images: VerifyPart = {
  name: 'images',
  title:
    'the images are built by their Dockerfiles, and started as in their pods',
  minutes: 12,
  about:
    "Does what each Dockerfile says, line by line, without a container engine: each stage is an overlay file system in a mount namespace of its own, and sees of the repository what `.dockerignore` leaves. The one difference: this machine's own root stands for the image of Node. Then starts each as its pod would: the command, environment, files, limits and empty volumes of the manifests, a read-only root, the image's user without any capability. The portal gets a real PostgreSQL and a visitor in Chromium, the set-up job a real Elasticsearch.",
  async run(findings) {
    if (!canBuildImages) {
      throw new Problem(
        'Images can be built without an engine by root on Linux with overlayfs alone.',
      );
    }
    const dir = await mkdtemp(join(tmpdir(), 'gomon-images-'));
    const overlays = join(repositoryRoot, 'k8s', 'overlays');
    try {
      const objects = await buildOverlay(join(overlays, 'local'));
      const context = join(dir, 'context');
      await copyContext(repositoryRoot, context);
      const build = (name: Parameters<typeof verifyBuild>[0]) =>
        verifyBuild(name, context, dir, findings);
      for (const name of ['agent', 'aggregator'] as const) {
        await verifyService(name, await build(name), objects, dir, findings);
      }
      const setUp = await build('elasticsearch-setup');
      await verifySetUpImage(setUp, objects, dir, findings);
      await verifyPortal(await build('portal'), overlays, dir, findings);
    } finally {
      await rm(dir, { recursive: true, force: true });
    }
  },
};
