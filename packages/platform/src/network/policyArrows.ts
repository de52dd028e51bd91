import type { KubernetesObject } from '../manifests/object';

/** An arrow that a policy opens, as `from -> to:port`, and at which end. */
export interface PolicyArrow {
  arrow: string;
  end: 'egress' | 'ingress';
}

interface Peer {
  podSelector?: { matchLabels?: Record<string, string> };
  namespaceSelector?: { matchLabels?: Record<string, string> };
  ipBlock?: { cidr: string };
}

interface Rule {
  from?: Peer[];
  to?: Peer[];
  ports?: { port: number }[];
}

/**
 * The arrows that network policies open. Only rules that name pods by `app.kubernetes.io/name` are understood: a
 * policy that opens more than that is an error, so that nothing is open without being listed.
 */
export function policyArrows(policies: KubernetesObject[]): PolicyArrow[] {
  return policies
    .filter(({ metadata }) => !['default-deny', 'dns'].includes(metadata.name))
    .flatMap(policy => [
      ...rulesOf(policy, 'ingress'),
      ...rulesOf(policy, 'egress'),
    ]);
}

function rulesOf(
  policy: KubernetesObject,
  end: PolicyArrow['end'],
): PolicyArrow[] {
  const { namespace, name } = policy.metadata;
  const own = `${namespace}/${labelled(policy.spec, name)}`;
  const rules: Rule[] = policy.spec[end] ?? [];
  return rules.flatMap(rule => {
    const peers = (end === 'ingress' ? rule.from : rule.to) ?? [];
    const ports = (rule.ports ?? []).map(({ port }) => port);
    if (peers.length === 0 || ports.length === 0) {
      throw new Error(`Policy ${name} opens more than named pods and ports`);
    }
    return peers.flatMap(peer => {
      const other = peerName(peer, namespace!, name);
      return ports.map(port => ({
        end,
        arrow:
          end === 'ingress'
            ? `${other} -> ${own}:${port}`
            : `${own} -> ${other}:${port}`,
      }));
    });
  });
}

function peerName(peer: Peer, namespace: string, policy: string): string {
  if (peer.ipBlock) {
    return peer.ipBlock.cidr === '0.0.0.0/0' ? 'anywhere' : peer.ipBlock.cidr;
  }
  const named =
    peer.namespaceSelector?.matchLabels?.['kubernetes.io/metadata.name'];
  if (peer.namespaceSelector && !named) {
    throw new Error(`Policy ${policy} selects namespaces by more than a name`);
  }
  return `${named ?? namespace}/${labelled(peer, policy)}`;
}

function labelled({ podSelector }: Peer, policy: string): string {
  const labels = podSelector?.matchLabels ?? {};
  const name = labels['app.kubernetes.io/name'];
  if (!name || Object.keys(labels).length !== 1) {
    throw new Error(`Policy ${policy} selects pods by more than their name`);
  }
  return name;
}
