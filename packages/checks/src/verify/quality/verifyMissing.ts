import { waitUntil } from '@gomon/dev-stack';
import type { EntityQuality } from '@gomon/plugin-gomon-common';
import type { Findings } from '../findings';
import { PortalQuality } from './PortalQuality';

/** The catalog names a second project that the server does not have: it is named, and the other one is shown all the same. */
export async function verifyMissing(
  portal: PortalQuality,
  findings: Findings,
): Promise<void> {
  let quality: EntityQuality | undefined;
  const shown = await waitUntil(
    async () => {
      quality = await portal.quality();
      const [there, missing] = quality.projects;
      return there?.status === 'read' && missing?.status === 'not-found';
    },
    { withinMs: 120_000, everyMs: 1_000 },
  );
  findings.holds(
    'a project that is missing, beside one that is there',
    'not found, and read',
    (quality?.projects ?? [])
      .map(({ asked, status }) => `${asked}: ${status}`)
      .join(', '),
    shown,
  );
}
