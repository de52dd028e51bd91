import { join } from 'node:path';
import { Problem, sentenceOf } from '../problem';
import { hasDebianPackages, unpackDebianPackage } from './debianPackage';
import { onPath } from './onPath';

const CHOICES =
  'put `victoria-metrics` on PATH (macOS: brew install victoriametrics; elsewhere a release binary), or set VICTORIA_METRICS_URL to one that runs';

/** VictoriaMetrics on PATH if there is one, else Debian's, unpacked without root. */
export function findVictoriaMetrics(): Promise<string> {
  return find('victoria-metrics');
}

/** vmalert, which comes with VictoriaMetrics. */
export function findVmalert(): Promise<string> {
  return find('vmalert');
}

async function find(program: string): Promise<string> {
  const installed = onPath(program, `${program}-prod`);
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
    return join(root, 'usr', 'bin', program);
  } catch (error) {
    throw new Problem(
      `VictoriaMetrics could not be fetched from Debian's packages (${sentenceOf(
        error,
      )}): check the network and try again, or ${CHOICES}.`,
      { cause: error },
    );
  }
}
