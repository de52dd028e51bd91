import type { Condition } from '../desired/desired';
import type { Verdict } from './awaitVerdict';

/** How long the specification's analysis takes. */
const SPECIFIED_SECONDS = 13;

/** The verdict as a person reads it: each condition of the gate, actual against required, and the times. */
export function describeVerdict(
  gate: string,
  conditions: readonly Condition[],
  verdict: Verdict,
  scanSeconds: number,
): string {
  const rows = conditions.map(({ metric, op, error }) => {
    const judged = verdict.conditions.find(own => own.metric === metric);
    const required = `${op === 'LT' ? 'at least' : 'at most'} ${error}`;
    // The server leaves out what it has no figure for, and what it does not apply.
    const actual =
      judged?.actual ?? 'no figure: no new code, or none of it counted';
    const mark = judged && !judged.passed ? 'x' : ' ';
    return `${mark} ${metric.padEnd(30)} ${actual.padEnd(
      12,
    )} required: ${required}`;
  });
  return [
    `${gate}: ${verdict.passed ? 'passed' : 'FAILED'}`,
    ...rows,
    ...(verdict.ignoredFewLines
      ? [
          'The server left coverage and duplication out: there are fewer than 20 new lines.',
        ]
      : []),
    `Scanner ${scanSeconds.toFixed(
      1,
    )} s, server ${verdict.serverSeconds.toFixed(
      1,
    )} s (specification: ${SPECIFIED_SECONDS} s)`,
  ].join('\n');
}
