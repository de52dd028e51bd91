import type { Results } from '../results/results';
import { renderAgent } from './renderAgent';
import { renderAgentMemory } from './renderAgentMemory';
import { renderBacklog } from './renderBacklog';
import { renderGrowth } from './renderGrowth';
import { renderMillions } from './renderMillions';
import { renderScaleOut } from './renderScaleOut';
import { renderSteady } from './renderSteady';

const HEAD = `# Benchmarks

Written by \`yarn bench\` from \`benchmarks.json\`, which it keeps. Times are seconds of CPU, which other work on a machine changes less than the clock; compare figures of one run with each other, not with those of another machine.`;

/** The page \`docs/benchmarks.md\`: a section for each part that was measured. */
export function renderPage(results: Results): string {
  const section = <T>(
    heading: string,
    measured: T | undefined,
    render: (measured: T) => string[],
  ) =>
    measured === undefined
      ? []
      : [[`## ${heading}`, '', ...render(measured)].join('\n')];
  return `${[
    HEAD,
    ...section('A backlog', results.backlog, renderBacklog),
    ...section('A second million', results.millions, renderMillions),
    ...section('A steady fleet', results.steady, renderSteady),
    ...section('How cost grows', results.growth, growth =>
      renderGrowth(growth, results.check),
    ),
    ...section('Several aggregators', results.scaleOut, renderScaleOut),
    ...section('An agent', results.agent, renderAgent),
    ...section('An agent over time', results.agentMemory, renderAgentMemory),
  ].join('\n\n')}\n`;
}
