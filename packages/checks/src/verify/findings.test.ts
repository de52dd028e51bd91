import { Findings } from './findings';

describe('Findings', () => {
  it('take in what others saw, and tell of it', () => {
    const told: string[] = [];
    const findings = new Findings(({ what }) => told.push(what));
    const other = new Findings();
    findings.ran('first');
    other.ran('second');
    other.holds('a bar', 'held', 'missed', false);
    findings.append(other);
    expect(findings.commands).toEqual(['first', 'second']);
    expect(told).toEqual(['a bar']);
    expect(findings.held).toBe(false);
  });
});
