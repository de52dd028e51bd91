import { relative, sep } from 'node:path';
import type { CoverageMapData } from 'istanbul-lib-coverage';

/**
 * Of everything in a bundle, this repository's sources: neither dependencies nor manifests.
 *
 * @param coverage - by absolute path
 * @param root - the repository's
 */
export function ownSources(
  coverage: CoverageMapData,
  root: string,
): CoverageMapData {
  return Object.fromEntries(
    Object.entries(coverage).filter(([file]) =>
      /^(packages|plugins|services)\/[^/]+\/src\/.+\.tsx?$/.test(
        relative(root, file).split(sep).join('/'),
      ),
    ),
  );
}
