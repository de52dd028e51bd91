import { describeOpenIssues, type OpenIssue } from './openIssues';

const issue: OpenIssue = {
  type: 'BUG',
  file: 'packages/a/src/b.ts',
  line: 7,
  rule: 'typescript:S2871',
  message: 'Provide a compare function.',
};

describe('describeOpenIssues', () => {
  it('names file, line, rule and message, and how many are not shown', () => {
    expect(
      describeOpenIssues({
        total: 4,
        issues: [issue, { ...issue, line: undefined, type: 'VULNERABILITY' }],
      }).split('\n'),
    ).toEqual([
      'Open bugs and vulnerabilities:',
      '  packages/a/src/b.ts:7 BUG Provide a compare function. (typescript:S2871)',
      '  packages/a/src/b.ts VULNERABILITY Provide a compare function. (typescript:S2871)',
      '  and 2 more on the server',
    ]);
  });

  it('says that there is none', () => {
    expect(describeOpenIssues({ total: 0, issues: [] })).toBe(
      'No bug and no vulnerability is open.',
    );
  });
});
