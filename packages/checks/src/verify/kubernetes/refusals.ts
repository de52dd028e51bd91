import { ACCESS, type AccessQuestion } from '@gomon/platform';
import type { Findings } from '../findings';
import type { Cluster } from './cluster';

/** Accounts may do what they need and are refused the rest. */
export async function verifyAccess(
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  const wrong: string[] = [];
  findings.ran(
    'kubectl auth can-i VERB RESOURCE -n NAMESPACE --as system:serviceaccount:ACCOUNT',
  );
  for (const question of ACCESS) {
    const { output } = await cluster.kubectl(
      'auth',
      'can-i',
      question.verb,
      question.resource,
      '--namespace',
      question.namespace,
      '--as',
      `system:serviceaccount:${question.account}`,
    );
    const answer = output.trim().split('\n').pop();
    if (answer !== (question.may ? 'yes' : 'no')) {
      wrong.push(`${sentence(question)}: ${output.trim()}`);
    }
  }
  const needed = ACCESS.filter(({ may }) => may).length;
  findings.holds(
    `rights that are not as wanted (${needed} needed, ${
      ACCESS.length - needed
    } to be refused)`,
    'none',
    wrong.length ? wrong.join('; ') : 'none',
    wrong.length === 0,
  );
}

function sentence(question: AccessQuestion): string {
  const { account, verb, resource, namespace } = question;
  return `${account} ${verb} ${resource} in ${namespace}`;
}

const pod = (namespace: string, spec: object) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name: 'tried', namespace },
  spec: { containers: [{ name: 'tried', image: 'tried:1' }], ...spec },
});

/** What the namespaces refuse: each would be a hole if it were accepted. */
const FORBIDDEN: [string, object, RegExp][] = [
  ['a pod that may be root', pod('monitoring', {}), /violates PodSecurity/],
  [
    'a pod that mounts the host',
    pod('monitoring', {
      volumes: [{ name: 'host', hostPath: { path: '/' } }],
    }),
    /violates PodSecurity.*hostPath/s,
  ],
  [
    'a service on the ports of the nodes',
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name: 'tried', namespace: 'monitoring' },
      spec: { type: 'NodePort', ports: [{ port: 80 }] },
    },
    /exceeded quota/,
  ],
  [
    'a claim in the namespace of the agents',
    {
      apiVersion: 'v1',
      kind: 'PersistentVolumeClaim',
      metadata: { name: 'tried', namespace: 'monitoring-agents' },
      spec: {
        accessModes: ['ReadWriteOnce'],
        resources: { requests: { storage: '1Gi' } },
      },
    },
    /exceeded quota/,
  ],
  [
    'a container that wants more than any may have',
    pod('monitoring', {
      containers: [
        {
          name: 'tried',
          image: 'tried:1',
          resources: { limits: { memory: '5Gi' } },
        },
      ],
    }),
    /maximum memory usage per Container/,
  ],
];

/** Tries what must be refused. */
export async function verifyRefusals(
  cluster: Cluster,
  findings: Findings,
): Promise<void> {
  for (const [what, object, words] of FORBIDDEN) {
    const { code, output } = await cluster.tryObject(object);
    const refused = code !== 0 && words.test(output);
    findings.holds(
      what,
      'refused',
      refused ? 'refused' : output.trim(),
      refused,
    );
  }
}
