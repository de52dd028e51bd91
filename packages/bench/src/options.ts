import { Problem } from '@gomon/dev-stack';
import { parseArgs } from 'node:util';

const PARTS = [
  ...(['backlog', 'millions', 'steady', 'growth', 'scale-out'] as const),
  ...(['agent', 'pages'] as const),
];

/** What can be measured by itself; `pages` measures nothing. */
export type BenchPart = (typeof PARTS)[number];

/** What `yarn bench` was asked to do. */
export interface BenchOptions {
  parts: readonly BenchPart[];
  /** Turns of each contestant. */
  runs: number;
  /** Messages that wait; each part has a number of its own. */
  messages: number | undefined;
  /** Our own without the others. */
  alone: boolean;
  /** Sizes of the fleets that report every 30 s. */
  hosts: readonly number[];
  /** How long each of them is watched. */
  seconds: number;
  /** Sizes of the groups of aggregators. */
  aggregators: readonly number[];
  /** Between two readings of an agent, seconds. */
  interval: number;
  /** Intervals that each turn of the agents counts. */
  cycles: number;
  /** Watch the memory of our agent instead. */
  memory: boolean;
  /** For how long. */
  minutes: number;
  help: boolean;
}

export const HELP = `Usage: yarn bench [PART ...] [options]

backlog    lets gomon's aggregator, Telegraf and the OpenTelemetry collector carry
           the same samples from Kafka to VictoriaMetrics, in turns, counts CPU and
           memory, and looks for every sample; some 15 minutes on 2 quiet cores
millions   lets one aggregator carry a backlog of two million messages, and holds
           what the second takes against the first; some 6 minutes
steady     lets fleets report every 30 s, and counts what the aggregator needs and
           how old a reading is when it is stored; some 4 minutes a fleet. Not in
           the last hour of a day (UTC): VictoriaMetrics then makes the index of
           all series for the next one
growth     the same with other numbers of hosts, disks and partitions, and one fleet
           that the model of docs/sizing.md is checked against; some 14 minutes
scale-out  lets 1, 2 and 4 aggregators share a backlog while another one joins and
           is killed, and looks for every sample; some 5 minutes
agent      lets gomon's agent, Telegraf and the collector read this machine side by
           side, and counts CPU and memory; some 14 minutes
pages      writes the pages again from what was measured

Without a name, all. Each keeps its figures in docs/benchmarks.json, from which
docs/benchmarks.md and docs/sizing.md are written.

backlog, agent:
  --runs 5           turns of each
  --alone            gomon without the others, which Go builds; nothing is written
backlog, millions, scale-out:
  --messages N       how many wait, of 16 samples each; 200000, a million twice, 200000
steady, growth:
  --hosts 10000,50000,100000    of steady
  --seconds 120      how long each fleet is watched
scale-out:
  --aggregators 1,2,4
agent:
  --interval 30      seconds between two readings
  --cycles 2         readings of each that a turn counts
  --memory           watch the memory of gomon's agent instead
  --minutes 60       for so long
`;

const text = <T extends string>(value: T) =>
  ({ type: 'string', default: value } as const);
const flag = { type: 'boolean', default: false } as const;
const FLAGS = {
  runs: text('5'),
  messages: { type: 'string' },
  hosts: text('10000,50000,100000'),
  seconds: text('120'),
  aggregators: text('1,2,4'),
  interval: text('30'),
  cycles: text('2'),
  minutes: text('60'),
  ...{ alone: flag, memory: flag, help: flag },
} as const;

/**
 * Reads the arguments of `yarn bench`.
 * @throws Problem that says what is wrong
 */
export function readOptions(args: string[]): BenchOptions {
  const { positionals, values } = parse(args);
  const { alone, memory, help, messages } = values;
  return {
    ...{ alone, memory, help },
    parts: positionals.length > 0 ? positionals.map(partOf) : PARTS,
    hosts: list('--hosts', values.hosts),
    aggregators: list('--aggregators', values.aggregators),
    seconds: whole('--seconds', values.seconds),
    runs: whole('--runs', values.runs),
    interval: whole('--interval', values.interval),
    cycles: whole('--cycles', values.cycles),
    minutes: whole('--minutes', values.minutes),
    messages:
      messages === undefined ? undefined : whole('--messages', messages),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, allowPositionals: true, options: FLAGS });
  } catch (error) {
    throw new Problem(`${(error as Error).message} See yarn bench --help.`);
  }
}

function partOf(name: string): BenchPart {
  const part = PARTS.find(own => own === name);
  if (!part) {
    throw new Problem(
      `There is no part ${name}: there are ${PARTS.join(', ')}.`,
    );
  }
  return part;
}

function list(name: string, values: string): number[] {
  return values.split(',').map(each => whole(name, each));
}

function whole(name: string, value: string): number {
  if (!/^[1-9]\d{0,8}$/.test(value)) {
    throw new Problem(`${name} must be a whole number from 1 on.`);
  }
  return Number(value);
}
