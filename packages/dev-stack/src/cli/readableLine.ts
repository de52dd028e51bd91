const LEVELS: Record<number, string> = {
  10: 'trace',
  20: 'debug',
  30: 'info',
  40: 'warn',
  50: 'error',
  60: 'fatal',
};

/** A line of a service's JSON log as a person reads it; any other line as it is. */
export function readableLine(line: string): string {
  if (!line.startsWith('{')) {
    return line;
  }
  try {
    const entry = JSON.parse(line);
    if (typeof entry.msg !== 'string') {
      return line;
    }
    const level = LEVELS[entry.level] ?? String(entry.level ?? 'info');
    const cause = entry.err?.message ? ` (${entry.err.message})` : '';
    return `${level} ${entry.msg}${cause}`;
  } catch {
    return line;
  }
}
