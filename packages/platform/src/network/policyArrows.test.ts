import type { KubernetesObject } from '../manifests/object';
import { policyArrows } from './policyArrows';

const pod = (name: string) => ({
  podSelector: { matchLabels: { 'app.kubernetes.io/name': name } },
});

const policy = (spec: object): KubernetesObject => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'grafana', namespace: 'monitoring' },
  spec: { ...pod('grafana'), ...spec },
});

describe('policyArrows', () => {
  it('reads both ends of an arrow as the same arrow', () => {
    const egress = policyArrows([
      policy({ egress: [{ to: [pod('tsdb')], ports: [{ port: 8428 }] }] }),
    ]);
    expect(egress).toEqual([
      { arrow: 'monitoring/grafana -> monitoring/tsdb:8428', end: 'egress' },
    ]);
    const ingress = policyArrows([
      policy({ ingress: [{ from: [pod('portal')], ports: [{ port: 3000 }] }] }),
    ]);
    expect(ingress).toEqual([
      { arrow: 'monitoring/portal -> monitoring/grafana:3000', end: 'ingress' },
    ]);
  });

  it.each([
    ['a rule for everybody', { ingress: [{ ports: [{ port: 3000 }] }] }],
    ['a rule for every port', { ingress: [{ from: [pod('portal')] }] }],
    [
      'a rule for all pods',
      { ingress: [{ from: [{ podSelector: {} }], ports: [{ port: 1 }] }] },
    ],
    [
      'a rule for all namespaces',
      {
        ingress: [
          {
            from: [{ namespaceSelector: {}, ...pod('portal') }],
            ports: [{ port: 1 }],
          },
        ],
      },
    ],
  ])('refuses %s', (_, spec) => {
    expect(() => policyArrows([policy(spec)])).toThrow(/Policy grafana/);
  });
});
