import type { AgentRun } from '../agent/benchAgent';
import { median } from '../measure/median';
import type { Results } from '../results/results';
import { count, held, ranOn, settingsOf, table } from './markdown';

const LIMIT_MIB = 70;
const START_S = 0.5;

/** Medians of each agent, but the worst peak, in the order of their first run. */
export function summarizeAgents(runs: readonly AgentRun[]): AgentRun[] {
  return [...new Set(runs.map(own => own.contestant))].map(contestant => {
    const own = runs.filter(run => run.contestant === contestant);
    const middle = (figure: Exclude<keyof AgentRun, 'contestant'>) =>
      median(own.map(run => run[figure]));
    return {
      contestant,
      firstMessageSeconds: middle('firstMessageSeconds'),
      startCpuMs: middle('startCpuMs'),
      cpuMsPerCycle: middle('cpuMsPerCycle'),
      residentMib: middle('residentMib'),
      peakMib: Math.max(...own.map(run => run.peakMib)),
      messagesPerCycle: middle('messagesPerCycle'),
    };
  });
}

/** The section of what agents take of the machine that they watch. */
export function renderAgent({
  head,
  contenders,
  intervalSeconds,
  cycles,
  runs,
}: NonNullable<Results['agent']>): string[] {
  const agents = contenders.map(
    ({ title }) =>
      summarizeAgents(runs).find(({ contestant }) => contestant === title)!,
  );
  return [
    ranOn(head),
    '',
    `Agents read CPU, memory, disks and network of the same machine every ${intervalSeconds} s and publish to the same Kafka broker, acknowledged by all replicas. They run side by side, started one after the other and each turn another one first; CPU counts ${cycles} intervals, from one interval after the first message of all. A first message counts from the start of the process until the broker has it; the others wait for an interval before they send.`,
    '',
    ...table(
      [
        ...['agent', 'CPU of a cycle, ms', 'CPU of the start, ms'],
        ...['first message, s', 'resident, MiB', 'at most, MiB'],
        'messages a cycle',
      ],
      agents.map(own => [
        own.contestant,
        own.cpuMsPerCycle.toFixed(1),
        count(own.startCpuMs),
        own.firstMessageSeconds.toFixed(2),
        own.residentMib.toFixed(1),
        own.peakMib.toFixed(1),
        own.messagesPerCycle.toFixed(1),
      ]),
    ),
    '',
    'Medians of the turns below; the peak is the worst of them.',
    '',
    ...bars(agents),
    '',
    ...table(
      ['agent', 'CPU of a cycle, ms', 'first message, s', 'resident, MiB'],
      runs.map(own => [
        own.contestant,
        own.cpuMsPerCycle.toFixed(1),
        own.firstMessageSeconds.toFixed(2),
        own.residentMib.toFixed(1),
      ]),
    ),
    '',
    'What is unlike: gomon sends one message a cycle with a sequence number, keeps it until Kafka has it, and serves pages for Prometheus and probes; Telegraf sends a message for each thing it read, the collector one for all.',
    '',
    ...settingsOf(contenders),
  ];
}

/** What this project asks of itself. */
function bars([ours, ...others]: readonly AgentRun[]): string[] {
  const telegraf = others.find(({ contestant }) => contestant === 'Telegraf');
  const rows = [
    [
      `resident below ${LIMIT_MIB} MiB`,
      `${ours.residentMib.toFixed(1)} MiB`,
      held(ours.residentMib < LIMIT_MIB),
    ],
    [
      `first message within ${START_S} s`,
      `${ours.firstMessageSeconds.toFixed(2)} s`,
      held(ours.firstMessageSeconds <= START_S),
    ],
  ];
  if (telegraf) {
    rows.unshift([
      "CPU of a cycle at most Telegraf's",
      `${ours.cpuMsPerCycle.toFixed(
        1,
      )} against ${telegraf.cpuMsPerCycle.toFixed(1)} ms`,
      held(ours.cpuMsPerCycle <= telegraf.cpuMsPerCycle),
    ]);
  }
  return table(['bar', 'seen', ''], rows);
}
