import {
  DiagnosedFault,
  GREEN_WITHIN_S,
  isHeld,
  NAMED_WITHIN_S,
  namingInWords,
  secondsInWords,
} from './findings';

/** The page `docs/faults-diagnosis.md`. */
export function diagnosisPage(
  faults: readonly DiagnosedFault[],
  {
    at,
    machine,
    planned,
  }: {
    at: Date;
    machine: string;
    /** Faults of a whole run. */ planned: number;
  },
): string {
  const held = faults.filter(isHeld).length;
  return [
    '# Faults that gomon names',
    '',
    'Written by `yarn verify diagnosis`: each fault is staged against real processes (three Kafka nodes, VictoriaMetrics, the bundled',
    'aggregator and agent, and 49 played hosts beside it, all reporting every 5 s) while the health engine looks every 5 s. The fault stays',
    'for 15 s (three looks) after it was named and has to be named still, so that a second thought shows; whoever is blamed at any time from the fault until all is well',
    'again and is not broken counts as an innocent. Slow answers and refused credentials come from a proxy before the real database.',
    '',
    `Bars: named within ${NAMED_WITHIN_S} s, green within ${GREEN_WITHIN_S} s of the repair, no innocent blamed.`,
    '',
    `${held} of ${faults.length} held${
      faults.length < planned
        ? `; ${planned - faults.length} not staged in this run`
        : ''
    }. Date: ${at
      .toISOString()
      .slice(0, 16)
      .replace('T', ' ')} UTC. Machine: ${machine}.`,
    '',
    row([
      'fault',
      'to be named',
      'named after',
      'innocents blamed',
      'green after',
      'held',
      'what the pipeline said',
    ]),
    row(Array.from({ length: 7 }, () => '---')),
    ...faults.map(toRow),
    '',
  ].join('\n');
}

function toRow(fault: DiagnosedFault): string {
  return row([
    fault.fault,
    fault.expected.join(', '),
    namingInWords(fault),
    fault.innocent.join(', ') || 'none',
    secondsInWords(fault.greenAfterSeconds),
    isHeld(fault) ? 'yes' : '**no**',
    fault.sentence,
  ]);
}

function row(cells: readonly string[]): string {
  const safe = cells.map(cell =>
    cell.replaceAll('|', '\\|').replaceAll('\n', ' '),
  );
  return `| ${safe.join(' | ')} |`;
}
