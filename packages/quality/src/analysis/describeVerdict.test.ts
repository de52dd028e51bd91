import { conditions } from '../desired/desired';
import type { Verdict } from './awaitVerdict';
import { describeVerdict } from './describeVerdict';

const verdict: Verdict = {
  passed: false,
  serverSeconds: 4.25,
  ignoredFewLines: false,
  conditions: [
    { metric: 'new_bugs', op: 'GT', limit: '0', actual: '1', passed: false },
    {
      metric: 'new_coverage',
      op: 'LT',
      limit: '80',
      actual: '91.2',
      passed: true,
    },
  ],
};

const shown = (own: Partial<Verdict> = {}) =>
  describeVerdict('gomon-quality-gate', conditions, { ...verdict, ...own }, 41);

describe('describeVerdict', () => {
  it('shows each condition of the gate, actual against required', () => {
    const lines = shown().split('\n');
    expect(lines[0]).toBe('gomon-quality-gate: FAILED');
    expect(lines[1]).toMatch(/^x new_bugs +1 +required: at most 0$/);
    expect(lines[3]).toMatch(
      /^ {2}new_coverage +91\.2 +required: at least 80$/,
    );
  });

  it('says of what was not judged that there is no figure', () => {
    expect(shown()).toMatch(/new_vulnerabilities +no figure/);
  });

  it('sets the times beside that of the specification', () => {
    expect(shown()).toContain(
      'Scanner 41.0 s, server 4.3 s (specification: 13 s)',
    );
  });

  it('says when the server left conditions out', () => {
    expect(shown()).not.toContain('fewer than 20');
    expect(shown({ ignoredFewLines: true })).toContain('fewer than 20');
  });
});
