import { CheckReport, FigureReport } from '@gomon/plugin-gomon-node';
import { durationInWords } from '../../words/age';
import { countInWords, plural } from '../../words/count';
import { ageMs, clockInWords, Host, isSilent, silentAfterMs } from './host';

const NAMED = 5;
const NEW_MS = 3600_000;

/**
 * Whether every host reports in time.
 *
 * @param flows - whether the way to the database is open for nearly all of them
 */
export function freshnessCheck(
  hosts: readonly Host[],
  now: Date,
  flows = false,
): CheckReport {
  const common = { id: 'agent.freshness', title: 'Hosts reporting' };
  if (hosts.length === 0) {
    return {
      ...common,
      status: 'unknown',
      failure: 'blocked',
      sentence: 'No host has reported in the last day.',
      action: {
        text: 'Start an agent',
        command:
          'KAFKA_BROKERS=127.0.0.1:9092 yarn workspace @gomon/agent start',
      },
    };
  }
  const silent = hosts
    .filter(host => isSilent(host, now))
    .sort((a, b) => ageMs(b, now) - ageMs(a, now));
  const reporting = hosts.length - silent.length;
  const figure = {
    value: reporting,
    unit: 'count' as const,
    threshold: hosts.length,
  };
  if (silent.length === 0) {
    const oldest = Math.max(...hosts.map(host => ageMs(host, now)));
    return {
      ...common,
      ...figure,
      status: 'ok',
      sentence:
        hosts.length === 1
          ? `The host reports; its newest sample is ${durationInWords(
              oldest / 1000,
            )} old.`
          : `All ${countInWords(
              hosts.length,
            )} hosts report; the oldest of their newest samples is ${durationInWords(
              oldest / 1000,
            )} old.`,
    };
  }
  const names = silent
    .slice(0, NAMED)
    .map(
      host => `${host.instance} (${durationInWords(ageMs(host, now) / 1000)})`,
    )
    .join(', ');
  const more =
    silent.length > NAMED
      ? ` and ${countInWords(silent.length - NAMED)} more`
      : '';
  return {
    ...common,
    ...figure,
    status: reporting === 0 ? 'down' : 'degraded',
    // Three intervals without a sample need no second look.
    sustained: true,
    failure: flows && isOutlier(silent[0], now) ? 'own' : 'blocked',
    sentence: `${silent.length} of ${plural(hosts.length, 'host')} ${
      silent.length === 1 ? 'is' : 'are'
    } silent: ${names}${more}.`,
    meaning: `What ${
      silent.length === 1 ? 'this host' : 'these hosts'
    } would have measured since is missing, unless the agent runs and keeps it.`,
    action: {
      text: 'Look whether the agent runs there, and what its log says.',
    },
  };
}

/**
 * Whether a host is silent for longer than a stall that is just over would leave it. What is wrong on the way, such as a lost
 * broker, does not explain it then.
 */
function isOutlier(host: Host, now: Date): boolean {
  return 3 * ageMs(host, now) > 4 * silentAfterMs(host);
}

/** Whether the clocks of the hosts are right, as far as their samples tell. */
export function clockCheck(hosts: readonly Host[]): CheckReport {
  const wrong = hosts.filter(({ clock }) => clock);
  const common = {
    id: 'agent.clock',
    title: 'Clocks',
    value: wrong.length,
    unit: 'count' as const,
    threshold: 0,
  };
  if (wrong.length === 0) {
    return {
      ...common,
      status: 'ok',
      sentence: 'The times of all samples are plausible.',
    };
  }
  const names = wrong
    .slice(0, NAMED)
    .map(({ instance, clock }) => `${instance} ${clockInWords(clock!)}`)
    .join(', ');
  return {
    ...common,
    status: 'degraded',
    // Judged over several looks already: until then the host counted as silent, and it must not seem well in between.
    sustained: true,
    failure: 'own',
    sentence: `The clock of ${plural(wrong.length, 'host')} is wrong: ${names}${
      wrong.length > NAMED ? ' and more' : ''
    }.`,
    meaning: 'Nothing is lost, but the samples are stored at wrong times.',
    action: {
      text: 'Set the clock of the host, and let it follow a time server.',
      command: 'timedatectl set-ntp true',
    },
  };
}

/**
 * Whether messages are lost on the way. Silent when no agent numbers its messages.
 *
 * @param countedAt - when the losses were counted
 */
export function missingCheck(
  hosts: readonly Host[],
  countedAt?: Date,
): CheckReport[] {
  const counted = hosts.filter(({ missing }) => missing !== undefined);
  if (counted.length === 0) return [];
  const affected = counted.filter(({ missing }) => missing! > 0);
  const missing = lost(hosts)!;
  const common = {
    id: 'agent.missing',
    title: 'Lost messages',
    value: missing,
    unit: 'messages' as const,
    threshold: 0,
    observedAt: countedAt?.toISOString(),
  };
  if (missing === 0) {
    return [
      {
        ...common,
        status: 'ok',
        sentence: 'Every message of the last hour has arrived.',
      },
    ];
  }
  const names = affected
    .slice(0, NAMED)
    .map(({ instance }) => instance)
    .join(', ');
  return [
    {
      ...common,
      status: 'degraded',
      failure: 'own',
      sentence: `${plural(
        missing,
        'message',
      )} of the last hour never arrived, from ${plural(
        affected.length,
        'host',
      )}: ${names}${affected.length > NAMED ? ' and more' : ''}.`,
      meaning: 'Their numbers were used, their samples are not stored.',
      action: {
        text: 'Look at gomon_agent_dropped_total of those agents: a full outbox says that Kafka was away for longer than it holds.',
      },
    },
  ];
}

/**
 * Which hosts have come within the hour: nothing that could be wrong, but what a person wants to know of a fleet. None while
 * all hosts are new, as after an installation.
 */
export function newHostsCheck(
  hosts: readonly Host[],
  now: Date,
): CheckReport[] {
  const fresh = newHosts(hosts, now);
  if (fresh.length === 0) return [];
  const names = fresh
    .slice(0, NAMED)
    .map(({ instance }) => instance)
    .join(', ');
  const more =
    fresh.length > NAMED
      ? ` and ${countInWords(fresh.length - NAMED)} more`
      : '';
  return [
    {
      id: 'agent.new',
      title: 'New hosts',
      status: 'ok',
      sentence: `${plural(
        fresh.length,
        'host',
      )} reported for the first time within the last hour: ${names}${more}.`,
      value: fresh.length,
      unit: 'count',
    },
  ];
}

function newHosts(hosts: readonly Host[], now: Date): Host[] {
  const fresh = hosts.filter(
    ({ firstSampleMs = 0 }) => now.getTime() - firstSampleMs < NEW_MS,
  );
  return fresh.length < hosts.length ? fresh : [];
}

/**
 * What of the hosts could not be read in time. They are shown without it, or with what was known before.
 *
 * @param database - what they are read through
 */
export function lateCheck(
  late: readonly { what: string; reason: string }[],
  database: { entityRef?: string; title: string },
): CheckReport[] {
  if (late.length === 0) return [];
  const what = late.map(part => part.what).join('; ');
  return [
    {
      id: 'agent.late',
      title: 'Complete answer',
      status: 'unknown',
      failure: 'unseen',
      explainedBy: database.entityRef,
      sentence: `Not read for more than a minute: ${what}. gomon asks ${database.title}, and ${late[0].reason}.`,
      meaning:
        'Which hosts report is known. The rest is as old as it says, or missing.',
      action: {
        text: 'Give VictoriaMetrics more CPU, or raise gomon.engine.timeLimit.',
      },
    },
  ];
}

/**
 * Figures of the fleet.
 *
 * @param countedAt - when the losses were counted
 */
export function fleetFigures(
  hosts: readonly Host[],
  now: Date,
  countedAt?: Date,
): FigureReport[] {
  const silent = hosts.filter(host => isSilent(host, now)).length;
  const figures: FigureReport[] = [
    {
      id: 'hosts-reporting',
      label: 'hosts reporting',
      value: hosts.length - silent,
      unit: 'count',
    },
    { id: 'hosts', label: 'hosts', value: hosts.length, unit: 'count' },
    {
      id: 'new-hosts',
      label: 'new within 1 h',
      value: newHosts(hosts, now).length,
      unit: 'count',
    },
  ];
  const missing = lost(hosts);
  if (missing !== undefined) {
    figures.push({
      id: 'lost',
      label: 'lost in the last hour',
      value: missing,
      unit: 'messages',
      observedAt: countedAt?.toISOString(),
    });
  }
  return figures;
}

function lost(hosts: readonly Host[]): number | undefined {
  const counts = hosts.flatMap(({ missing }) =>
    missing === undefined ? [] : [missing],
  );
  return counts.length > 0
    ? counts.reduce((sum, count) => sum + count, 0)
    : undefined;
}
