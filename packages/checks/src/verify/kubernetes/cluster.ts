import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ControlPlane,
  createControlPlane,
  Problem,
  repositoryRoot,
  run,
} from '@gomon/dev-stack';
import { argoCdDefinitions } from '@gomon/platform';

/** A fresh control plane with what the platform expects to find: Argo CD's kinds and the ingress controller's namespace. */
export class Cluster {
  private constructor(
    readonly dir: string,
    readonly nodes: number,
    readonly controlPlane: ControlPlane,
  ) {}

  static async start(dir: string, nodes: number): Promise<Cluster> {
    const controlPlane = await createControlPlane({ dir, nodes });
    await controlPlane.start();
    const cluster = new Cluster(dir, nodes, controlPlane);
    for (const file of await argoCdDefinitions()) {
      await cluster.must('create', '--filename', file);
    }
    for (const namespace of ['argocd', 'ingress-nginx']) {
      await cluster.must('create', 'namespace', namespace);
    }
    return cluster;
  }

  stop(): Promise<void> {
    return this.controlPlane.stop();
  }

  kubectl(...args: string[]) {
    return this.controlPlane.kubectl(args);
  }

  /** What kubectl says; a problem when it fails. */
  async must(...args: string[]): Promise<string> {
    const { code, output } = await this.kubectl(...args);
    if (code !== 0) {
      throw new Problem(`kubectl ${args.join(' ')}: ${output.trim()}`);
    }
    return output;
  }

  async json<T>(...args: string[]): Promise<T> {
    return JSON.parse(await this.must(...args, '--output', 'json')) as T;
  }

  /** Sends an object, without keeping it. */
  async tryObject(object: object) {
    const file = join(this.dir, 'tried.json');
    await writeFile(file, JSON.stringify(object));
    return this.kubectl('create', '--dry-run=server', '--filename', file);
  }

  async apply(list: object): Promise<string> {
    const file = join(this.dir, 'applied.json');
    await writeFile(file, JSON.stringify(list));
    return this.must('apply', '--filename', file);
  }

  /** Makes the Secrets by the command that an operator types. */
  async createSecrets(): Promise<string> {
    const { code, output } = await run({
      file: '/bin/bash',
      args: [join(repositoryRoot, 'k8s', 'create-secrets.sh')],
      env: { ...process.env, KUBECONFIG: this.controlPlane.kubeconfig },
    });
    if (code !== 0) {
      throw new Problem(`k8s/create-secrets.sh: ${output.trim()}`);
    }
    return output;
  }
}
