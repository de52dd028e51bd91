import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Component } from '../component';
import { freePort } from '../ports';
import { Problem } from '../problem';
import { ProcessComponent } from '../processes/processComponent';
import { lastLine, run, type RunResult } from '../processes/run';
import { answersOk } from './answersOk';
import {
  apiServerFlags,
  controllerManagerFlags,
  etcdFlags,
  kwokFlags,
  schedulerFlags,
  type ControlPlanePlace,
} from './flags';
import { kwokNodes } from './nodes';
import { ensurePki, kubeconfig } from './pki';
import { findControlPlane, type ControlPlanePrograms } from './programs';

/** How a control plane is to be set up. */
export interface ControlPlaneOptions {
  /** Holds certificates, data and logs; state survives a restart. */
  dir: string;
  logDir?: string;
  /** Port of the API server; a free one where none is given. */
  port?: number;
  /** Nodes that kwok plays, each with 8 CPUs and 32Gi. Default 2; with 0 nothing is scheduled. */
  nodes?: number;
}

/** A real Kubernetes API without containers: pods turn Running, but nothing runs in them. */
export interface ControlPlane {
  readonly url: string;
  /** File for KUBECONFIG. */
  readonly kubeconfig: string;
  /** The certificate that the API server's is signed by, as a file. */
  readonly caFile: string;
  readonly components: Component[];
  start(): Promise<void>;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** kubectl, as a file. */
  readonly kubectlFile: string;
  /** Runs kubectl as administrator; what kubectl complains of is in its output, nothing is thrown. */
  kubectl(args: string[]): Promise<RunResult>;
}

/** Prepares etcd, API server, controller manager, scheduler and kwok on loopback; builds them when needed. */
export async function createControlPlane(
  options: ControlPlaneOptions,
): Promise<ControlPlane> {
  const { dir, nodes = 2 } = options;
  const programs = await findControlPlane();
  const place: ControlPlanePlace = {
    dir,
    kubeconfig: join(dir, 'kubeconfig'),
    pki: await ensurePki(join(dir, 'pki')),
    ports: {
      etcd: await freePort(),
      etcdPeer: await freePort(),
      apiServer: options.port ?? (await freePort()),
      controllerManager: await freePort(),
      scheduler: await freePort(),
      kwok: await freePort(),
    },
  };
  const url = `https://127.0.0.1:${place.ports.apiServer}`;
  const [etcd, apiServer, ...loops] = parts(
    programs,
    place,
    options.logDir ?? dir,
  );
  const components =
    nodes > 0 ? [etcd, apiServer, ...loops] : [etcd, apiServer];
  const kubectl = (args: string[]) =>
    run({
      file: programs.kubectl,
      args,
      env: { ...process.env, KUBECONFIG: place.kubeconfig },
    });
  // The other way round, so that nobody waits for one that is gone.
  const inTurn = async (action: (component: Component) => Promise<void>) => {
    for (const component of [...components].reverse()) {
      await action(component);
    }
  };
  return {
    url,
    kubeconfig: place.kubeconfig,
    caFile: place.pki.ca,
    components,
    kubectlFile: programs.kubectl,
    kubectl,
    async start() {
      const access = await kubeconfig(place.pki, url);
      await writeFile(place.kubeconfig, access, { mode: 0o600 });
      await etcd.start();
      await apiServer.start();
      if (nodes > 0) {
        await Promise.all(loops.map(component => component.start()));
        await addNodes(dir, nodes, kubectl);
      }
    },
    stop: () => inTurn(component => component.stop()),
    kill: () => inTurn(component => component.kill()),
  };
}

function parts(
  programs: ControlPlanePrograms,
  place: ControlPlanePlace,
  logDir: string,
): Component[] {
  const { pki, ports } = place;
  const part = (
    name: string,
    file: string,
    port: number,
    args: string[],
    isReady: () => Promise<boolean>,
  ) =>
    new ProcessComponent({
      name,
      title: `${name} of Kubernetes`,
      address: `127.0.0.1:${port}`,
      port,
      logFile: join(logDir, `${name}.log`),
      async command() {
        await mkdir(logDir, { recursive: true });
        return { file, args };
      },
      isReady,
      readyWithinMs: 120_000,
      stopWithinMs: 20_000,
    });
  const plain = (port: number, path: string) => async () =>
    (await fetch(`http://127.0.0.1:${port}${path}`)).ok;
  const secure = (port: number, path: string, asAdmin?: boolean) => () =>
    answersOk(`https://127.0.0.1:${port}${path}`, asAdmin ? pki : undefined);
  return [
    part(
      'etcd',
      programs.etcd,
      ports.etcd,
      etcdFlags(place),
      plain(ports.etcd, '/health'),
    ),
    part(
      'kube-apiserver',
      programs.apiServer,
      ports.apiServer,
      apiServerFlags(place),
      secure(ports.apiServer, '/readyz', true),
    ),
    part(
      'kube-controller-manager',
      programs.controllerManager,
      ports.controllerManager,
      controllerManagerFlags(place),
      secure(ports.controllerManager, '/healthz'),
    ),
    part(
      'kube-scheduler',
      programs.scheduler,
      ports.scheduler,
      schedulerFlags(place),
      secure(ports.scheduler, '/healthz'),
    ),
    part(
      'kwok',
      programs.kwok,
      ports.kwok,
      kwokFlags(place),
      plain(ports.kwok, '/healthz'),
    ),
  ];
}

async function addNodes(
  dir: string,
  count: number,
  kubectl: ControlPlane['kubectl'],
): Promise<void> {
  const file = join(dir, 'nodes.json');
  await writeFile(file, JSON.stringify(kwokNodes(count)));
  const { code, output } = await kubectl(['apply', '--filename', file]);
  if (code !== 0) {
    throw new Problem(
      `The nodes of the control plane could not be added (${lastLine(
        output,
      )}): read the logs in ${dir}.`,
    );
  }
}
