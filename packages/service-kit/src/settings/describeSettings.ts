import { Setting, Settings } from './setting';

/** The settings as a Markdown table for a README: made from the declaration, so that the two cannot differ. */
export function settingsTable(settings: Settings): string {
  const rows = Object.values(settings).map(
    setting =>
      `| \`${setting.variable}\`${
        setting.secret ? `, \`${setting.variable}_FILE\`` : ''
      } | ${fallback(setting)} | ${setting.help.replaceAll('|', '\\|')} |`,
  );
  return ['| variable | default | meaning |', '|---|---|---|', ...rows].join(
    '\n',
  );
}

/** The settings as text for `--help`. */
export function settingsHelp(settings: Settings): string {
  return Object.values(settings)
    .map(
      setting =>
        `  ${setting.variable}${setting.secret ? '[_FILE]' : ''}  (${plain(
          setting,
        )})\n${wrap(setting.help)}`,
    )
    .join('\n');
}

function fallback(setting: Setting): string {
  if (setting.default === undefined) {
    return setting.optional ? '' : '**required**';
  }
  return setting.default === ''
    ? '(empty)'
    : `\`${setting.default.replaceAll('|', '\\|')}\``;
}

function plain(setting: Setting): string {
  if (setting.default === undefined) {
    return setting.optional ? 'optional' : 'required';
  }
  return `default ${setting.default || 'empty'}`;
}

const WIDTH = 92;
const INDENT = '      ';

function wrap(text: string): string {
  const lines: string[] = [];
  let line = INDENT;
  for (const word of text.split(' ')) {
    if (line.length + word.length > WIDTH) {
      lines.push(line.trimEnd());
      line = INDENT;
    }
    line += `${word} `;
  }
  return [...lines, line.trimEnd()].join('\n');
}
