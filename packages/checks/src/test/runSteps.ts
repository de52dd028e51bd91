import { sentenceOf } from '@gomon/dev-stack';
import { closingLine, oneFailed, sum, type Counts } from './counts';
import type { Selection } from './select';
import type { Step, StepResult } from './step';

/** Runs every step, also after one that failed, and tells what came of each. */
export async function runSteps({ steps, paths }: Selection): Promise<Counts> {
  const lines: string[] = [];
  const all: Counts[] = [];
  for (const step of steps) {
    say(`\n=== ${step.title}\n`);
    const began = performance.now();
    const { counts, remark } = await runStep(step, paths);
    const took = `${((performance.now() - began) / 1000).toFixed(0)} s`;
    const line = `${step.title}: ${closingLine(counts)} in ${took}`;
    lines.push(remark ? `${line}: ${remark}` : line);
    all.push(counts);
  }
  const total = sum(all);
  say(`\n=== summary\n\n${lines.join('\n')}\n\n${closingLine(total)}\n`);
  return total;
}

async function runStep(step: Step, paths: string[]): Promise<StepResult> {
  try {
    return await step.run(paths);
  } catch (error) {
    return { counts: oneFailed, remark: sentenceOf(error) };
  }
}

function say(text: string): void {
  process.stdout.write(text);
}
