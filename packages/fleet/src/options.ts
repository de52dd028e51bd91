import { parseArgs } from 'node:util';
import { Problem } from '@gomon/dev-stack';
import { DEFAULT_FLEET, FleetModel } from './model/fleetModel';

/** What `yarn fleet` was asked to do. */
export interface CliOptions {
  model: FleetModel;
  /** When it ends, Unix milliseconds. */
  untilMs: number;
  ledgerFile: string | undefined;
  help: boolean;
}

export const HELP = `yarn fleet: plays a fleet of agents into Kafka (KAFKA_BROKERS, default 127.0.0.1:9092; KAFKA_TOPIC and the
other KAFKA_* settings of the agent apply)

  --hosts N          how many (100)
  --interval 30s     time between two readings of a host
  --since 1h         begin in the past; the backlog is produced as fast as Kafka takes it
  --for 10m          end after this time (until Ctrl-C)
  --jitter 50ms      how late a reading may be taken
  --restarts 0.1     starts of an agent a host and hour (0)
  --churn 0.05       share of the hosts that is replaced each hour (0)
  --go 0.2           share of the hosts that run a Go agent (0)
  --disks 3          disks a host
  --interfaces 3     network interfaces a host
  --prefix fleet     begins the hosts' names
  --seed 1           another seed is another fleet
  --ledger FILE      at the end, write what Kafka acknowledged: a JSON line a message with host, boot, sequence, time
`;

const FLAGS = {
  hosts: { type: 'string', default: '100' },
  interval: { type: 'string', default: '30s' },
  since: { type: 'string', default: '0s' },
  for: { type: 'string' },
  jitter: { type: 'string', default: '50ms' },
  restarts: { type: 'string', default: '0' },
  churn: { type: 'string', default: '0' },
  go: { type: 'string', default: '0' },
  disks: { type: 'string', default: '3' },
  interfaces: { type: 'string', default: '3' },
  prefix: { type: 'string', default: DEFAULT_FLEET.prefix },
  seed: { type: 'string', default: '1' },
  ledger: { type: 'string' },
  help: { type: 'boolean', default: false },
} as const;

/**
 * Reads the arguments of `yarn fleet`.
 * @throws Problem that names the argument
 */
export function readOptions(args: string[], nowMs: number): CliOptions {
  const { values } = parse(args);
  const model: FleetModel = {
    seed: whole('--seed', values.seed, 0),
    prefix: values.prefix,
    hosts: whole('--hosts', values.hosts, 1),
    intervalMs: duration('--interval', values.interval),
    startMs: nowMs - duration('--since', values.since, 0),
    jitterMs: duration('--jitter', values.jitter, 0),
    restartsPerHour: decimal('--restarts', values.restarts),
    churnPerHour: decimal('--churn', values.churn),
    goShare: decimal('--go', values.go),
    disksClearedAt: DEFAULT_FLEET.disksClearedAt,
    disksPerHost: whole('--disks', values.disks, 0),
    interfacesPerHost: whole('--interfaces', values.interfaces, 0),
  };
  const forMs = values.for ? duration('--for', values.for) : Infinity;
  return {
    model,
    untilMs: nowMs + forMs,
    ledgerFile: values.ledger,
    help: values.help,
  };
}

function parse(args: string[]) {
  try {
    return parseArgs({ args, options: FLAGS });
  } catch (error) {
    throw new Problem(`${(error as Error).message} See yarn fleet --help.`);
  }
}

function whole(name: string, text: string, least: number): number {
  if (!/^\d{1,9}$/.test(text) || Number(text) < least) {
    throw new Problem(`${name} must be a whole number from ${least} on.`);
  }
  return Number(text);
}

function decimal(name: string, text: string): number {
  if (!/^\d+(\.\d+)?$/.test(text)) {
    throw new Problem(`${name} must be a number such as 0.1.`);
  }
  return Number(text);
}

const UNITS: Record<string, number> = { ms: 1, s: 1e3, m: 6e4, h: 36e5 };

function duration(name: string, text: string, least = 1): number {
  const match = /^(\d+(?:\.\d+)?)(ms|s|m|h)$/.exec(text);
  const ms = match ? Number(match[1]) * UNITS[match[2]] : -1;
  if (ms < least)
    throw new Problem(`${name} must be a time such as 30s or 1h.`);
  return ms;
}
