import { policyArrows } from '../network/policyArrows';
import { ARROWS } from './arrows';
import { find, ofKind, podOwners } from './platform';

const policies = ofKind('NetworkPolicy');
const opened = policyArrows(policies).map(({ arrow, end }) => ({
  end,
  arrow: arrow.replace(/\d+\.\d+\.\d+\.\d+\/32/, 'elasticsearch'),
}));

describe('network policies', () => {
  it('open exactly the arrows of the architecture', () => {
    const arrows = [...new Set(opened.map(({ arrow }) => arrow))];
    expect(arrows.sort()).toEqual([...ARROWS].sort());
  });

  it.each(ARROWS)('open both ends of %s', arrow => {
    // Beyond our two namespaces there are no policies of ours.
    const isOurs = (pod: string) => /^monitoring(-agents)?\//.test(pod);
    const [from, to] = arrow.split(' -> ');
    const ends = opened.filter(own => own.arrow === arrow).map(own => own.end);
    expect(ends.includes('egress')).toBe(isOurs(from));
    expect(ends.includes('ingress')).toBe(isOurs(to));
  });

  it.each(['monitoring', 'monitoring-agents'])(
    'deny the rest in %s',
    namespace => {
      const { spec } = find('NetworkPolicy', 'default-deny', namespace);
      expect(spec).toEqual({
        podSelector: {},
        policyTypes: ['Ingress', 'Egress'],
      });
    },
  );

  it('have a policy for every pod that speaks to another', () => {
    const named = policies.map(({ metadata }) => metadata.name);
    for (const { metadata } of podOwners) {
      expect(named).toContain(metadata.name);
    }
  });

  it('know the address of Elasticsearch as the one place that names it', () => {
    const [endpoint] = find(
      'EndpointSlice',
      'elasticsearch-external',
    ).endpoints;
    expect(endpoint.addresses).toEqual(['192.168.0.45']);
    const blocks = policies
      .flatMap(({ spec }) => spec.egress ?? [])
      .flatMap(({ to }) => to)
      .flatMap(({ ipBlock }) => (ipBlock ? [ipBlock.cidr] : []));
    expect([...new Set(blocks)].sort()).toEqual([
      '0.0.0.0/0',
      '192.168.0.45/32',
    ]);
  });
});
