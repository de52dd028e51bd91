import type { SonarqubeClient } from '../server/SonarqubeClient';

/** A bug or a vulnerability that nobody has mended or closed. */
export interface OpenIssue {
  type: 'BUG' | 'VULNERABILITY';
  /** Its file, from the project's folder on. */
  file: string;
  line?: number;
  /** SonarQube's key of the rule, such as `typescript:S2871`. */
  rule: string;
  message: string;
}

interface Found {
  total: number;
  issues: {
    type: OpenIssue['type'];
    component: string;
    line?: number;
    rule: string;
    message: string;
  }[];
}

/** How many are read; who has more, begins with these. */
const SHOWN = 20;

/** The bugs and vulnerabilities of all code, and how many there are in all. */
export async function openIssuesOf(
  client: SonarqubeClient,
  projectKey: string,
): Promise<{ total: number; issues: OpenIssue[] }> {
  const { issues, total } = await client.get<Found>('issues/search', {
    components: projectKey,
    types: 'BUG,VULNERABILITY',
    resolved: 'false',
    ps: String(SHOWN),
  });
  return {
    total,
    issues: issues.map(({ component, line, message, rule, type }) => ({
      type,
      file: component.slice(projectKey.length + 1),
      line,
      rule,
      message,
    })),
  };
}

/** One line for each, as an editor opens it. */
export function describeOpenIssues({
  issues,
  total,
}: {
  total: number;
  issues: readonly OpenIssue[];
}): string {
  if (total === 0) return 'No bug and no vulnerability is open.';
  const rest = total - issues.length;
  return [
    'Open bugs and vulnerabilities:',
    ...issues.map(
      ({ file, line, message, rule, type }) =>
        `  ${line ? `${file}:${line}` : file} ${type} ${message} (${rule})`,
    ),
    ...(rest > 0 ? [`  and ${rest} more on the server`] : []),
  ].join('\n');
}
