import { join } from 'node:path';
import { Problem, sentenceOf } from '../problem';
import { hasDebianPackages, unpackDebianPackage } from './debianPackage';
import { onPath } from './onPath';

const CHOICES =
  'put `promtool` on PATH (it comes with Prometheus: macOS: brew install prometheus; elsewhere a release)';

/** promtool on PATH if there is one, else the one of Debian's Prometheus, unpacked without root. */
export async function findPromtool(): Promise<string> {
  const installed = onPath('promtool');
  if (installed) return installed;
  if (!hasDebianPackages()) {
    throw new Problem(
      `promtool is not on PATH and this system has no Debian packages to take it from: ${CHOICES}.`,
    );
  }
  try {
    const root = await unpackDebianPackage('prometheus');
    return join(root, 'usr', 'bin', 'promtool');
  } catch (error) {
    throw new Problem(
      `promtool could not be fetched from Debian's packages (${sentenceOf(
        error,
      )}): check the network and try again, or ${CHOICES}.`,
      { cause: error },
    );
  }
}
