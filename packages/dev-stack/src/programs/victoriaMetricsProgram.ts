import { join } from 'node:path';
import { Problem, sentenceOf } from '../problem';
import { hasDebianPackages, unpackDebianPackage } from './debianPackage';
import { onPath } from './onPath';

const CHOICES =
  'put `victoria-metrics` on PATH (macOS: brew install victoriametrics; elsewhere a release binary), or set VICTORIA_METRICS_URL to one that runs';

/** VictoriaMetrics on PATH if there is one, else Debian's, unpacked without root. */
export async function findVictoriaMetrics(): Promise<string> {
  const installed = onPath('victoria-metrics', 'victoria-metrics-prod');
  if (installed) {
    return installed;
  }
  if (!hasDebianPackages()) {
    throw new Problem(
      `VictoriaMetrics is not on PATH and this system has no Debian packages to take it from: ${CHOICES}.`,
    );
  }
  try {
    const root = await unpackDebianPackage('victoria-metrics');
    return join(root, 'usr', 'bin', 'victoria-metrics');
  } catch (error) {
    throw new Problem(
      `VictoriaMetrics could not be fetched from Debian's packages (${sentenceOf(
        error,
      )}): check the network and try again, or ${CHOICES}.`,
      { cause: error },
    );
  }
}
