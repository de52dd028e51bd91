import { writeFile } from 'node:fs/promises';
import { arch, cpus, platform } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { repositoryRoot, spawnGuarded } from '@gomon/dev-stack';
import {
  DiagnosedFault,
  GREEN_WITHIN_S,
  isHeld,
  NAMED_WITHIN_S,
  namingInWords,
  secondsInWords,
} from '../diagnosis/findings';
import { diagnosisPage } from '../diagnosis/table';
import type { VerifyPart } from '../part';

const SCRIPT = 'plugins/gomon-backend/integration/diagnosis/run.ts';
const PAGE = 'docs/faults-diagnosis.md';
/** Faults that the run has to stage; fewer mean that it broke off. */
const FAULTS = 20;

export const diagnosis: VerifyPart = {
  name: 'diagnosis',
  title: 'the engine names the cause of every staged fault',
  minutes: 20,
  hasCases: true,
  about: `Stages ${FAULTS} faults against real processes, one after the other and four times two at once, and watches what the health engine makes of them. The whole table is [faults-diagnosis.md](../faults-diagnosis.md).`,
  async run(findings, only) {
    findings.ran(`node --import tsx ${SCRIPT}`);
    const run = spawnGuarded({
      file: process.execPath,
      args: [
        '--import',
        'tsx',
        join(repositoryRoot, SCRIPT),
        ...(only ? [only.source] : []),
      ],
      cwd: repositoryRoot,
    });
    const faults: DiagnosedFault[] = [];
    const errors: string[] = [];
    run.stderr.setEncoding('utf8').on('data', text => errors.push(text));
    for await (const line of createInterface({ input: run.stdout })) {
      if (!line.startsWith('{')) continue;
      const fault: DiagnosedFault = JSON.parse(line);
      faults.push(fault);
      // After each of them: what a run that breaks off has seen is worth keeping.
      if (!only) await writeFile(join(repositoryRoot, PAGE), pageOf(faults));
      findings.holds(
        fault.fault,
        `${fault.expected.join(
          ' and ',
        )} within ${NAMED_WITHIN_S} s, green within ${GREEN_WITHIN_S} s, nobody else`,
        `named after ${namingInWords(fault)}, green after ${secondsInWords(
          fault.greenAfterSeconds,
        )}, innocents blamed: ${fault.innocent.join(', ') || 'none'}`,
        isHeld(fault),
      );
    }
    await run.exited;
    const isWhole = only ? faults.length > 0 : faults.length === FAULTS;
    findings.holds(
      'faults staged',
      only ? 'those that were asked for' : `${FAULTS}`,
      isWhole
        ? `${faults.length}`
        : `${faults.length}: ${errors.join('').trim().slice(-500)}`,
      isWhole,
    );
  },
};

function pageOf(faults: readonly DiagnosedFault[]): string {
  const machine = `${platform()} ${arch()}, ${cpus().length} processors`;
  return diagnosisPage(faults, { at: new Date(), machine, planned: FAULTS });
}
