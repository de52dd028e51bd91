import { countedWithin } from '../../queries/counted';
import { hoursUntilDiskFull } from '../../queries/fill';
import { silentHosts } from '../../queries/freshness';
import { agents, aggregator, hosts } from '../../queries/selectors';
import type { AlertGroup } from '../alertRule';

/** Hosts and the agents on them. */
export const agentRules: AlertGroup = {
  name: 'gomon-hosts',
  interval: '1m',
  rules: [
    {
      name: 'GomonHostSilent',
      title: 'Host silent',
      component: 'gomon-agent',
      severity: 'warning',
      expr: silentHosts(),
      fires: { above: 0 },
      for: '1m',
      summary: '{instance} has not reported for five minutes.',
      format: 'number',
      meaning:
        'The machine, its agent or its way to Kafka is gone. An agent that runs keeps its readings and sends them later.',
      action: 'See whether the machine and its agent run.',
    },
    {
      name: 'GomonFleetSilent',
      title: 'Half of the fleet silent',
      component: 'gomon-agent',
      severity: 'critical',
      expr: `(count by (environment) (${silentHosts()})) / count by (environment) (group by (environment, instance) (last_over_time(mem_usage_percent${hosts()}[6h])))`,
      fires: { above: 0.5 },
      for: '2m',
      summary: '{value} of the hosts have not reported for five minutes.',
      format: 'share',
      meaning:
        'Hosts do not fall silent together: what they all need stands still. Agents keep their readings while Kafka is away, Kafka keeps them while the aggregator is.',
      action:
        'Look at the metrics pipeline from the back: database, aggregator, Kafka.',
    },
    {
      name: 'GomonHostDiskFilling',
      title: 'Disk full within a day',
      component: 'gomon-agent',
      severity: 'warning',
      expr: hoursUntilDiskFull('6h'),
      fires: { below: 24 },
      for: '30m',
      summary: '{mountpoint} of {instance} is full in {value}.',
      format: 'hours',
      meaning:
        'At the pace of the last six hours. What writes there will fail; gomon itself goes on.',
      action: 'Find what grows and clear it, or give the disk more room.',
    },
    {
      name: 'GomonHostDiskFull',
      title: 'Disk full',
      component: 'gomon-agent',
      severity: 'critical',
      expr: `disk_used_percent${hosts()}`,
      fires: { above: 98 },
      for: '5m',
      summary: '{mountpoint} of {instance} is {value} full.',
      format: 'percent',
      meaning: 'What writes there fails already, or will at once.',
      action: 'Clear space on that disk.',
    },
    {
      name: 'GomonHostMemoryPressure',
      title: 'Memory pressure',
      component: 'gomon-agent',
      severity: 'warning',
      expr: `avg_over_time(mem_usage_percent${hosts()}[10m])`,
      fires: { above: 92 },
      for: '5m',
      summary: '{instance} has {value} of its memory in use.',
      format: 'percent',
      meaning:
        'Less than a twelfth is available: the kernel drops caches, then kills processes.',
      action: 'Find the largest process on that host.',
    },
    {
      name: 'GomonReadingsDropped',
      title: 'Readings dropped by an agent',
      component: 'gomon-agent',
      severity: 'critical',
      expr: `sum by (environment, instance, reason) (${countedWithin(
        `gomon_agent_dropped_total${agents()}`,
        '15m',
      )})`,
      fires: { above: 0 },
      for: '0s',
      summary:
        'Readings that the agent at {instance} gave up ({reason}): {value}.',
      format: 'number',
      meaning:
        'These readings are lost. Kafka was away for longer than the outbox had room, or refuses one message for good.',
      action: 'Bring Kafka back; give the agent a spool, or a larger one.',
    },
    {
      name: 'GomonReadingsMissing',
      title: 'Readings missing',
      component: 'gomon-agent',
      severity: 'critical',
      expr: `sum by (environment) (increase(gomon_aggregator_missing_messages_total${aggregator()}[15m]))`,
      fires: { above: 0 },
      for: '0s',
      summary:
        'Readings that agents numbered and that did not come, in the last 15 minutes: {value}.',
      format: 'number',
      meaning:
        'They are lost between agent and aggregator: an agent ended with readings in memory, or Kafka lost what it had acknowledged.',
      action: 'See which hosts they are missing from.',
    },
    {
      name: 'GomonAgentNameless',
      title: 'Agent without a name',
      component: 'gomon-agent',
      severity: 'warning',
      expr: `sum by (environment) (increase(gomon_aggregator_nameless_messages_total${aggregator()}[15m]))`,
      fires: { above: 0 },
      for: '0s',
      summary:
        'Messages that do not name their host, in the last 15 minutes: {value}.',
      format: 'number',
      meaning:
        'They are stored as host `unknown`; two such agents overwrite each other.',
      action: 'Give the agent a name: NODE_NAME, or the record header host.',
    },
  ],
};
