import { parseArgs } from 'node:util';
import { Problem, sentenceOf } from '../problem';
import type { PortChoice } from '../stack/ports';

/** What `yarn dev` was told. */
export interface DevOptions {
  servicesOnly: boolean;
  brokers: 1 | 3;
  ports: PortChoice;
  with: string[];
}

/** What `yarn dev --help` prints. */
export const devUsage = `Usage: npm run dev -- [options]   (or: yarn dev [options])

  --services-only      leave the portal out
  --brokers 1|3        Kafka nodes (default 1)
  --with NAME[,NAME]   start optional parts as well: logs, alerts, sonarqube,
                       kubernetes
  --ports free         use free ports instead of the documented ones
  --port-offset N      add N to every documented port

Environment: KAFKA_BROKERS or VICTORIA_METRICS_URL name running servers to use
instead; GOMON_STATE_DIR keeps state and logs elsewhere than in .gomon.
`;

/** Reads the arguments of `yarn dev`; a wrong one is told in a sentence. */
export function parseDevOptions(args: string[]): DevOptions | 'help' {
  const values = parse(args);
  if (values.help) {
    return 'help';
  }
  const brokers = values.brokers ?? '1';
  if (brokers !== '1' && brokers !== '3') {
    throw wrong(`--brokers is 1 or 3, not ${brokers}`);
  }
  return {
    servicesOnly: values['services-only'] ?? false,
    brokers: brokers === '3' ? 3 : 1,
    ports: portsOf(values.ports, values['port-offset']),
    with: (values.with ?? []).flatMap(names => names.split(',')),
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({
      args,
      options: {
        help: { type: 'boolean', short: 'h' },
        'services-only': { type: 'boolean' },
        brokers: { type: 'string' },
        with: { type: 'string', multiple: true },
        ports: { type: 'string' },
        'port-offset': { type: 'string' },
      },
    }).values;
  } catch (error) {
    throw wrong(sentenceOf(error).split('. ')[0]);
  }
}

function portsOf(ports?: string, offset?: string): PortChoice {
  if (ports !== undefined && ports !== 'free' && ports !== 'default') {
    throw wrong(`--ports is free or default, not ${ports}`);
  }
  if (offset === undefined) {
    return ports ?? 'default';
  }
  const number = Number(offset);
  if (!Number.isInteger(number) || number < 0 || number > 50_000) {
    throw wrong(`--port-offset is a number from 0 to 50000, not ${offset}`);
  }
  return { offset: number };
}

function wrong(what: string): Problem {
  return new Problem(`The stack was not started: ${what}: see --help.`);
}
