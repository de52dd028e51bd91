/** What every node of the control plane has to give. */
const RESOURCES = {
  cpu: '8',
  memory: '32Gi',
  pods: '110',
  'ephemeral-storage': '100Gi',
};

/** Nodes that kwok is to play, as a list for kubectl. */
export function kwokNodes(count: number) {
  const items = Array.from({ length: count }, (_, index) => {
    const name = `kwok-${index + 1}`;
    const labels = {
      'kubernetes.io/hostname': name,
      'kubernetes.io/os': 'linux',
      'kubernetes.io/arch': 'amd64',
    };
    return {
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name, labels },
      status: { allocatable: RESOURCES, capacity: RESOURCES },
    };
  });
  return { apiVersion: 'v1', kind: 'List', items };
}
