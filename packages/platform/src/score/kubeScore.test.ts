import { criticals } from './kubeScore';

const scored = (id: string, grade: number, skipped = false) => [
  {
    object_name: 'x',
    type_meta: { kind: 'Deployment' },
    object_meta: { name: 'grafana' },
    checks: [
      {
        check: { id, name: 'A check' },
        grade,
        skipped,
        comments: [{ path: '', summary: 'It is wrong' }],
      },
    ],
  },
];

describe('criticals', () => {
  it('tells what is critical and why', () => {
    expect(criticals(scored('pod-probes', 1))).toEqual([
      'Deployment grafana: A check (It is wrong)',
    ]);
  });

  it('leaves out warnings, what was skipped, and what is meant to be so', () => {
    expect(criticals(scored('pod-probes', 5))).toEqual([]);
    expect(criticals(scored('pod-probes', 1, true))).toEqual([]);
    expect(criticals(scored('container-image-pull-policy', 1))).toEqual([]);
  });

  it('does not let an exception for one object pass for another', () => {
    expect(criticals(scored('pod-networkpolicy', 1))).toHaveLength(1);
  });
});
