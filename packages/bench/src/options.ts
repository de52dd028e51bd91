import { Problem } from '@gomon/dev-stack';
import { parseArgs } from 'node:util';

const PARTS = ['backlog', 'steady'] as const;

/** What can be measured by itself. */
export type BenchPart = (typeof PARTS)[number];

/** What `yarn bench` was asked to do. */
export interface BenchOptions {
  parts: readonly BenchPart[];
  /** Turns of each contestant. */
  runs: number;
  /** Messages that wait. */
  messages: number;
  /** The aggregator without the others. */
  alone: boolean;
  /** Sizes of the fleets that report every 30 s. */
  hosts: readonly number[];
  /** How long each of them is watched. */
  seconds: number;
  help: boolean;
}

export const HELP = `Usage: yarn bench [backlog] [steady] [options]

backlog  lets gomon's aggregator, Telegraf and the OpenTelemetry collector carry
         the same samples from Kafka to VictoriaMetrics, in turns, counts CPU and
         memory, and looks for every sample; some 15 minutes on 2 quiet cores
steady   lets fleets report every 30 s, and counts what the aggregator needs and
         how old a reading is when it is stored; some 4 minutes a fleet

Without a name, both. Each writes its section of docs/benchmarks.md.

backlog:
  --runs 5           turns of each
  --messages 200000  how many wait, of 16 samples each
  --alone            the aggregator without the others, which Go builds; nothing
                     is written then
steady:
  --hosts 10000,50000,100000
  --seconds 120      how long each fleet is watched
`;

/**
 * Reads the arguments of `yarn bench`.
 * @throws Problem that says what is wrong
 */
export function readOptions(args: string[]): BenchOptions {
  const { positionals, values } = parse(args);
  const { hosts, messages, runs, seconds, ...switches } = values;
  return {
    ...switches,
    parts: positionals.length > 0 ? positionals.map(partOf) : PARTS,
    hosts: hosts.split(',').map(each => whole('--hosts', each)),
    seconds: whole('--seconds', seconds),
    runs: whole('--runs', runs),
    messages: whole('--messages', messages),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      allowPositionals: true,
      options: {
        runs: { type: 'string', default: '5' },
        messages: { type: 'string', default: '200000' },
        hosts: { type: 'string', default: '10000,50000,100000' },
        seconds: { type: 'string', default: '120' },
        alone: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    });
  } catch (error) {
    throw new Problem(`${(error as Error).message} See yarn bench --help.`);
  }
}

function partOf(name: string): BenchPart {
  const part = PARTS.find(own => own === name);
  if (!part) {
    throw new Problem(
      `There is no part ${name}: there are ${PARTS.join(' and ')}.`,
    );
  }
  return part;
}

function whole(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new Problem(`${name} must be a whole number from 1 on.`);
  }
  return Number(text);
}
