import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { Problem } from '../problem';
import { findGo } from '../programs/goProgram';
import {
  hasDebianPackages,
  unpackDebianPackage,
} from '../programs/debianPackage';
import { onPath } from '../programs/onPath';
import { buildControlPlane } from './buildControlPlane';

/** The programs of a Kubernetes control plane, as files. */
export interface ControlPlanePrograms {
  etcd: string;
  apiServer: string;
  controllerManager: string;
  scheduler: string;
  /** Plays the kubelets: pods turn Running, nothing runs. */
  kwok: string;
  kubectl: string;
}

/** Kept outside the tree: building takes about 17 minutes of CPU, and every clone can use them. */
export function controlPlaneDir(): string {
  const cache = process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache');
  return (
    process.env.GOMON_CONTROL_PLANE_DIR ??
    join(cache, 'gomon-control-plane', 'bin')
  );
}

/** Finds the programs, and builds those from their Go modules that are missing. */
export async function findControlPlane(): Promise<ControlPlanePrograms> {
  const dir = controlPlaneDir();
  const built = (name: string) => join(dir, name);
  const kubectl = onPath('kubectl');
  const wanted = [
    'kube-apiserver',
    'kube-controller-manager',
    'kube-scheduler',
    'kwok',
    ...(kubectl ? [] : ['kubectl']),
  ];
  const missing = wanted.filter(name => !existsSync(built(name)));
  if (missing.length > 0) {
    const go = findGo();
    if (!go) {
      throw new Problem(
        `A Kubernetes control plane cannot be built: Go is not on PATH and ${dir} lacks ${missing.join(
          ', ',
        )}: install Go 1.24 or newer, or use a cluster of your own by kubectl's current context.`,
      );
    }
    await buildControlPlane(go, dir, missing);
  }
  return {
    etcd: await findEtcd(),
    apiServer: built('kube-apiserver'),
    controllerManager: built('kube-controller-manager'),
    scheduler: built('kube-scheduler'),
    kwok: built('kwok'),
    kubectl: kubectl ?? built('kubectl'),
  };
}

async function findEtcd(): Promise<string> {
  const installed = onPath('etcd');
  if (installed) {
    return installed;
  }
  if (!hasDebianPackages()) {
    throw new Problem(
      'Kubernetes needs etcd and there is none on PATH: install it (macOS: brew install etcd).',
    );
  }
  const root = await unpackDebianPackage('etcd-server');
  return join(root, 'usr', 'bin', 'etcd');
}
