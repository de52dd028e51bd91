import { dirname, delimiter, join } from 'node:path';
import { createControlPlane } from '../../kubernetes/createControlPlane';
import { createReadOnlyProxy } from '../../kubernetes/createReadOnlyProxy';
import { currentContext } from '../../kubernetes/currentContext';
import { findControlPlane } from '../../kubernetes/programs';
import { Problem } from '../../problem';
import { lastLine, run } from '../../processes/run';
import { typescriptProgram } from '../../processes/typescriptProgram';
import { onPath } from '../../programs/onPath';
import type { PreparedPart, StackContext, StackPart } from '../part';

/** Who the portal is in a cluster that has the platform: so development shows what its rights allow, and no more. */
const PORTAL = 'system:serviceaccount:monitoring:portal';

/** A cluster for the portal to look at: that of kubectl's current context, or a control plane with the platform in it. */
export const kubernetes: StackPart = {
  name: 'kubernetes',
  title: 'Kubernetes',
  optional: true,
  portsOf: ({ ports }) => [ports.kubernetes],
  addressOf: ({ urls }) => urls.kubernetes,
  async prepare(context) {
    const kubectl = onPath('kubectl');
    const own = kubectl && (await currentContext(kubectl, context.env));
    return kubectl && own
      ? showContext(kubectl, own, context)
      : startControlPlane(context);
  },
};

function showContext(
  kubectl: string,
  name: string,
  { directories, ports }: StackContext,
): PreparedPart {
  const proxy = createReadOnlyProxy({
    kubectl,
    context: name,
    port: ports.kubernetes,
    logDir: directories.logs,
  });
  return {
    components: [proxy],
    external: `kubectl's context ${name}`,
    start: () => proxy.start(),
    isWorthShowing: isTrouble,
  };
}

async function startControlPlane({
  directories,
  ports,
}: StackContext): Promise<PreparedPart> {
  const { kubectl } = await findControlPlane();
  const controlPlane = await createControlPlane({
    dir: join(directories.state, 'kubernetes'),
    logDir: directories.logs,
    nodes: 1,
  });
  const proxy = createReadOnlyProxy({
    kubectl,
    kubeconfig: controlPlane.kubeconfig,
    as: PORTAL,
    port: ports.kubernetes,
    logDir: directories.logs,
  });
  return {
    components: [...controlPlane.components, proxy],
    async start() {
      await controlPlane.start();
      await deployPlatform(kubectl, controlPlane.kubeconfig);
      await proxy.start();
    },
    isWorthShowing: isTrouble,
  };
}

/** Puts the platform into a cluster that has nothing yet; what is there already stays. */
async function deployPlatform(
  kubectl: string,
  kubeconfig: string,
): Promise<void> {
  const { code, output } = await run({
    ...typescriptProgram('packages/platform/src/cli/populate.ts'),
    env: {
      ...process.env,
      KUBECONFIG: kubeconfig,
      PATH: [dirname(kubectl), process.env.PATH].join(delimiter),
    },
  });
  if (code !== 0) {
    throw new Problem(
      `The platform could not be put into the control plane (${lastLine(
        output,
      )}): run \`kubectl --kubeconfig ${kubeconfig} apply -k k8s/overlays/local\` to see why.`,
    );
  }
}

/** The programs of Kubernetes find much amiss while they wait for each other; what they cannot go on with starts with an F. */
function isTrouble(line: string): boolean {
  return /^F\d{4} /.test(line);
}
