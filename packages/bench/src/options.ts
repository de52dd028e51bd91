import { Problem } from '@gomon/dev-stack';
import { parseArgs } from 'node:util';

/** What `yarn bench` was asked to do. */
export interface BenchOptions {
  /** Turns of each contestant. */
  runs: number;
  /** Messages that wait. */
  messages: number;
  /** The aggregator without the others. */
  alone: boolean;
  help: boolean;
}

export const HELP = `Usage: yarn bench [--runs 5] [--messages 200000] [--alone]

Lets gomon's aggregator, Telegraf and the OpenTelemetry collector carry the same
samples from Kafka to VictoriaMetrics, in turns, counts CPU and memory, looks for
every sample, and writes docs/benchmarks.md. Some 15 minutes on 2 quiet cores.

  --runs N      turns of each
  --messages N  how many wait, of 16 samples each
  --alone       the aggregator without the others, which Go builds; the page is
                not written then
`;

/**
 * Reads the arguments of `yarn bench`.
 * @throws Problem that says what is wrong
 */
export function readOptions(args: string[]): BenchOptions {
  const { runs, messages, ...switches } = parse(args);
  return {
    ...switches,
    runs: whole('--runs', runs),
    messages: whole('--messages', messages),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        runs: { type: 'string', default: '5' },
        messages: { type: 'string', default: '200000' },
        alone: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Problem(`${(error as Error).message} See yarn bench --help.`);
  }
}

function whole(name: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) {
    throw new Problem(`${name} must be a whole number from 1 on.`);
  }
  return Number(text);
}
