import type { ReportHead } from '@gomon/faults';

/** On what the figures of a section were measured. */
export function ranOn({ date, machine, versions }: ReportHead): string {
  return `Date: ${date}. Machine: ${machine}. Versions: ${versions}.`;
}

export function count(figure: number): string {
  return Math.round(figure).toLocaleString('en');
}

export function table(head: string[], rows: string[][]): string[] {
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)];
}
