import { byCodeUnits } from '@gomon/service-kit';
import { join } from 'node:path';
import { repositoryRoot, run } from '@gomon/dev-stack';
import type { VerifyPart } from '../part';

const INPUTS = 10_000_000;
/** What a heap may differ by between two collections. */
const FLAT_MB = 5;

interface FuzzReport {
  seed: number;
  seconds: number;
  heapMb: number[];
  inputs: number;
  accepted: number;
  refused: Record<string, number>;
  failures: { input: string; what: string }[];
}

export const fuzz: VerifyPart = {
  name: 'fuzz',
  title: 'the decoder survives ten million hostile inputs',
  minutes: 5,
  about:
    'Gives the decoder of `metrics-v4` noise, damaged, cut and spliced messages, fields of any number and type, and lists and texts beyond its limits. Each input must be refused with a reason, or accepted; what is accepted must encode to an equal message. The heap is measured after a garbage collection, ten times in the run. The seed repeats the run.',
  async run(findings) {
    const file = 'packages/wire/src/fuzz/cli.ts';
    findings.ran(`node --expose-gc --import tsx ${file} ${INPUTS}`);
    const { output } = await run({
      file: process.execPath,
      args: [
        '--expose-gc',
        '--import',
        'tsx',
        join(repositoryRoot, file),
        String(INPUTS),
      ],
      cwd: repositoryRoot,
      env: process.env,
    });
    const report: FuzzReport = reportOf(output);
    const { heapMb, inputs, accepted, refused, failures } = report;
    findings.saw('seed', String(report.seed));
    findings.saw('time', `${report.seconds} s`);
    findings.holds('inputs', `${INPUTS}`, `${inputs}`, inputs >= INPUTS);
    findings.saw('accepted', `${accepted}`);
    for (const [reason, count] of Object.entries(refused).sort(([a], [b]) =>
      byCodeUnits(a, b),
    )) {
      findings.saw(`refused: ${reason}`, `${count}`);
    }
    const shown = failures.map(({ what, input }) => `${what}: ${input}`);
    findings.holds(
      'crashes and unequal messages',
      'none',
      shown.join('; ') || 'none',
      failures.length === 0,
    );
    const growth = heapMb[heapMb.length - 1] - heapMb[0];
    findings.holds(
      'heap',
      `flat within ${FLAT_MB} MB`,
      `${heapMb.join(', ')} MB`,
      growth < FLAT_MB,
    );
  },
};

/** The report is a line of JSON among lines of progress. */
function reportOf(output: string): FuzzReport {
  const line = output.split('\n').find(text => text.startsWith('{'));
  if (line === undefined) throw new Error(`the run broke off: ${output}`);
  return JSON.parse(line);
}
