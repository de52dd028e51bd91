import { desiredState } from '../desired/desired';
import { describePlan } from './describe';
import type { Observed } from './observe';
import { plan } from './plan';

const desired = desiredState({ key: 'gomon', name: 'gomon' });

/** A server that is as it is to be. */
const settled: Observed = {
  mode: 'STANDARD_EXPERIENCE',
  gate: {
    conditions: desired.gate.conditions.map((condition, index) => ({
      ...condition,
      id: String(index),
    })),
  },
  project: { gate: 'gomon-quality-gate' },
};

const planned = (observed: Partial<Observed>) =>
  describePlan(plan(desired, { ...settled, ...observed }));

describe('the gate as code', () => {
  it('asks for what the specification asks for, and nothing else', () => {
    expect(desired.gate).toEqual({
      name: 'gomon-quality-gate',
      conditions: [
        { metric: 'new_bugs', op: 'GT', error: '0' },
        { metric: 'new_vulnerabilities', op: 'GT', error: '0' },
        { metric: 'new_coverage', op: 'LT', error: '80' },
        { metric: 'new_duplicated_lines_density', op: 'GT', error: '3' },
      ],
    });
  });
});

describe('plan', () => {
  it('changes nothing on a server that is as it is to be', () => {
    expect(plan(desired, settled)).toEqual([]);
    expect(planned({})).toBe(
      'Gate and project are as they are to be: nothing to change.',
    );
  });

  it('makes everything on a new server', () => {
    expect(planned({ mode: 'MQR', gate: undefined, project: undefined })).toBe(
      [
        '~ mode: MQR -> STANDARD_EXPERIENCE',
        '+ quality gate gomon-quality-gate, with its conditions',
        '+ project gomon',
        '~ project gomon: gate (none) -> gomon-quality-gate',
      ].join('\n'),
    );
  });

  it('reconciles the conditions that a new gate brings along', () => {
    const conditions = [
      { id: 'a', metric: 'new_coverage', op: 'LT' as const, error: '80' },
      {
        id: 'b',
        metric: 'new_duplicated_lines_density',
        op: 'GT' as const,
        error: '5',
      },
      { id: 'c', metric: 'new_violations', op: 'GT' as const, error: '0' },
    ];
    expect(planned({ gate: { conditions } })).toBe(
      [
        '- gomon-quality-gate: new_violations at most 0',
        '+ gomon-quality-gate: new_bugs at most 0',
        '+ gomon-quality-gate: new_vulnerabilities at most 0',
        '~ gomon-quality-gate: new_duplicated_lines_density at most 5 -> new_duplicated_lines_density at most 3',
      ].join('\n'),
    );
  });

  it('removes a second condition on the same metric', () => {
    const [first, ...rest] = settled.gate!.conditions;
    const conditions = [first, { ...first, id: 'twice', error: '9' }, ...rest];
    expect(planned({ gate: { conditions } })).toBe(
      '- gomon-quality-gate: new_bugs at most 9',
    );
  });

  it('brings a project that has another gate back', () => {
    expect(planned({ project: { gate: 'Sonar way' } })).toBe(
      '~ project gomon: gate Sonar way -> gomon-quality-gate',
    );
  });
});
