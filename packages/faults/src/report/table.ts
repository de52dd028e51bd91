import { FaultResult, holds } from '../faults/fault';

/** How one fault ended in one run. */
export interface ReportRow {
  readonly number: number;
  readonly title: string;
  readonly result?: FaultResult;
  /** Why there is no result. */
  readonly error?: string;
  /** A control is expected to lose. */
  readonly control?: boolean;
}

/** What was run, on what. */
export interface ReportHead {
  readonly date: string;
  readonly machine: string;
  readonly versions: string;
}

/** Whether a row is what it has to be. */
export function rowHolds({ result, control }: ReportRow): boolean {
  if (!result) return false;
  return control ? result.missing > 0 : holds(result);
}

const COLUMNS = [
  'fault',
  'held',
  'produced',
  'durable',
  'dead-lettered',
  'counted',
  'duplicated',
  'missing',
  'invented',
  'committed ahead',
  's to recover',
];

/** The runs that are on a page already, as they stand there. */
export function runsOn(page: string): string[] {
  return page
    .split(/^(?=## Run )/m)
    .slice(1)
    .map(run => run.trimEnd());
}

/**
 * The page `docs/faults-pipeline.md`.
 * @param earlier - runs of before, which stay as they are
 */
export function renderReport(
  head: ReportHead,
  runs: readonly (readonly ReportRow[])[],
  earlier: readonly string[] = [],
): string {
  const parts = [
    '# Faults that the metrics pipeline survives',
    '',
    'Written by `yarn faults`: each fault is staged against real processes (three Kafka nodes, VictoriaMetrics, the bundled services) while a fleet produces,',
    'and an oracle holds what is stored against what was produced, figure by figure, after the database was killed once more.',
    'Duplicated are messages that Kafka holds twice since an acknowledgement was lost; stored samples are the same once or twice.',
    '',
    `Date: ${head.date}. Machine: ${head.machine}. Versions: ${head.versions}.`,
    '',
    ...earlier.flatMap(run => [run, '']),
  ];
  runs.forEach((rows, i) => {
    const held = rows.filter(rowHolds).length;
    parts.push(
      `## Run ${earlier.length + i + 1}: ${held} of ${rows.length} held`,
      '',
      line(COLUMNS),
      line(COLUMNS.map(() => '---')),
      ...rows.map(renderRow),
      '',
      ...rows.flatMap(renderNotes),
      '',
    );
  });
  return `${parts.join('\n').trimEnd()}\n`;
}

function renderRow(row: ReportRow): string {
  const { number, title, result, error } = row;
  const name = `${number}. ${title}`;
  if (!result) return line([name, `no: ${error ?? 'not run'}`]);
  return line([
    name,
    heldWord(row),
    ...[
      result.produced,
      result.stored,
      result.deadLettered,
      result.counted,
      result.duplicated,
      result.missing,
      result.invented,
      result.committedAhead,
    ].map(count => count.toLocaleString('en')),
    result.secondsToRecover.toFixed(1),
  ]);
}

function heldWord(row: ReportRow): string {
  if (row.control) return rowHolds(row) ? 'lost, as it must' : 'lost nothing';
  return rowHolds(row) ? 'yes' : '**no**';
}

function renderNotes({ number, result }: ReportRow): string[] {
  const notes = result?.notes ?? [];
  return notes.length > 0 ? [`- ${number}: ${notes.join('; ')}`] : [];
}

function line(cells: readonly string[]): string {
  return `| ${cells.map(cell => cell.replace(/\|/g, '\\|')).join(' | ')} |`;
}
