import type { ReportHead } from '@gomon/faults';
import type { Contender } from '../results/results';

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

/** Who took part, and how it was set. */
export function settingsOf(contenders: readonly Contender[]): string[] {
  return contenders.map(({ title, setting }) => `- ${title}: ${setting}.`);
}

/** Whether a bar of the project was held, as a cell. */
export function held(holds: boolean): string {
  return holds ? 'held' : '**not held**';
}
