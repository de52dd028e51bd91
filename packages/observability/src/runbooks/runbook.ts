import type { AlertRule } from '../alerts/alertRule';
import { alarming } from '../alerts/toVmalert';
import type { Step } from './steps';

/** The page of docs/runbooks about one alert. */
export function runbook(rule: AlertRule, steps: readonly Step[]): string {
  return [
    `# ${rule.title}`,
    '',
    `\`${rule.name}\`, ${rule.severity}, about \`${rule.component}\`.`,
    '',
    '## What it means',
    '',
    rule.meaning,
    '',
    `It fires after ${rule.for === '0s' ? 'no delay' : rule.for} of`,
    '',
    '```promql',
    alarming(rule),
    '```',
    '',
    '## What to do',
    '',
    rule.action,
    '',
    ...steps.flatMap((step, index) => stepLines(step, index + 1)),
  ].join('\n');
}

function stepLines({ command, needs, text }: Step, number: number) {
  const mark = needs
    ? ` (unverified: needs ${needs === 'kubelet' ? 'a kubelet' : needs})`
    : '';
  return command
    ? [
        `${number}. ${text}${mark}:`,
        '',
        '   ```sh',
        `   ${command}`,
        '   ```',
        '',
      ]
    : [`${number}. ${text}`, ''];
}

/** The list of all pages. */
export function runbookIndex(rules: readonly AlertRule[]): string {
  return [
    '# Runbooks',
    '',
    'What each alert means and what to do. The pages are written by `yarn workspace @gomon/observability generate`, and `yarn verify',
    'alerts` runs their commands. Those marked *unverified* need what was not to be had where this was written: a kubelet, a cluster',
    'that runs containers, or systemd. Of the first it is known that they get as far as the kubelet: pod and container are there.',
    '',
    '| alert | severity | about |',
    '|---|---|---|',
    ...rules.map(
      ({ component, name, severity, title }) =>
        `| [${title}](${name}.md) | ${severity} | ${component} |`,
    ),
    '',
  ].join('\n');
}
