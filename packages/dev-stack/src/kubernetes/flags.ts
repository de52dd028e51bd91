import { join } from 'node:path';
import { repositoryRoot } from '../directories';
import type { Pki } from './pki';

/** Where the programs of one control plane listen, all on loopback. */
export interface ControlPlanePorts {
  etcd: number;
  etcdPeer: number;
  apiServer: number;
  controllerManager: number;
  scheduler: number;
  kwok: number;
}

/** What the flags of every program are made from. */
export interface ControlPlanePlace {
  dir: string;
  /** File with the administrator's access. */
  kubeconfig: string;
  pki: Pki;
  ports: ControlPlanePorts;
}

export function etcdFlags({ dir, ports }: ControlPlanePlace): string[] {
  const client = `http://127.0.0.1:${ports.etcd}`;
  const peer = `http://127.0.0.1:${ports.etcdPeer}`;
  return [
    `--data-dir=${join(dir, 'etcd')}`,
    `--listen-client-urls=${client}`,
    `--advertise-client-urls=${client}`,
    `--listen-peer-urls=${peer}`,
    `--initial-advertise-peer-urls=${peer}`,
    `--initial-cluster=default=${peer}`,
    // Nothing here is kept beyond a test or a developer's day.
    '--unsafe-no-fsync',
  ];
}

export function apiServerFlags({ pki, ports }: ControlPlanePlace): string[] {
  return [
    `--etcd-servers=http://127.0.0.1:${ports.etcd}`,
    '--bind-address=127.0.0.1',
    '--advertise-address=127.0.0.1',
    // Its own address is loopback, which no Endpoints object may hold.
    '--endpoint-reconciler-type=none',
    `--secure-port=${ports.apiServer}`,
    '--authorization-mode=Node,RBAC',
    '--allow-privileged=true',
    '--service-cluster-ip-range=10.96.0.0/16',
    `--client-ca-file=${pki.ca}`,
    `--tls-cert-file=${pki.serverCert}`,
    `--tls-private-key-file=${pki.serverKey}`,
    '--service-account-issuer=https://kubernetes.default.svc',
    `--service-account-key-file=${pki.serviceAccountPublicKey}`,
    `--service-account-signing-key-file=${pki.serviceAccountKey}`,
  ];
}

export function controllerManagerFlags(place: ControlPlanePlace): string[] {
  const { pki, ports } = place;
  return [
    ...loopFlags(place, ports.controllerManager),
    `--service-account-private-key-file=${pki.serviceAccountKey}`,
    `--root-ca-file=${pki.ca}`,
    `--cluster-signing-cert-file=${pki.ca}`,
    `--cluster-signing-key-file=${pki.caKey}`,
    // kwok hands out the addresses of pods.
    '--controllers=*,-node-ipam-controller,-node-route-controller,-cloud-node-lifecycle-controller',
  ];
}

export function schedulerFlags(place: ControlPlanePlace): string[] {
  return loopFlags(place, place.ports.scheduler);
}

export function kwokFlags({ kubeconfig, ports }: ControlPlanePlace): string[] {
  return [
    `--config=${join(
      repositoryRoot,
      'packages/dev-stack/src/kubernetes/kwok-stages.yaml',
    )}`,
    `--kubeconfig=${kubeconfig}`,
    '--manage-all-nodes=true',
    '--node-lease-duration-seconds=40',
    `--server-address=127.0.0.1:${ports.kwok}`,
    '--node-ip=127.0.0.1',
    '--cidr=10.244.0.0/16',
  ];
}

function loopFlags(place: ControlPlanePlace, port: number): string[] {
  return [
    `--kubeconfig=${place.kubeconfig}`,
    '--bind-address=127.0.0.1',
    `--secure-port=${port}`,
    `--cert-dir=${join(place.dir, 'pki')}`,
    '--leader-elect=false',
  ];
}
