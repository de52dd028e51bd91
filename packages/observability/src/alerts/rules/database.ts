import { hoursUntilDatabaseFull } from '../../queries/fill';
import { database } from '../../queries/selectors';
import type { AlertGroup } from '../alertRule';

const db = database();

/** VictoriaMetrics. That it is away altogether no rule can say, since it is what the rules ask: the portal does. */
export const databaseRules: AlertGroup = {
  name: 'gomon-database',
  interval: '30s',
  rules: [
    {
      name: 'GomonDatabaseReadOnly',
      title: 'VictoriaMetrics is read-only',
      component: 'victoria-metrics',
      severity: 'critical',
      expr: `max by (environment, instance) (vm_storage_is_read_only${db})`,
      fires: { above: 0 },
      for: '0s',
      summary: 'VictoriaMetrics takes no writes: too little disk is left.',
      format: 'number',
      meaning:
        'Its health page still says OK. The backlog waits in Kafka for three days.',
      action: 'Give its volume more room.',
    },
    {
      name: 'GomonDatabaseFilling',
      title: 'VictoriaMetrics full within two days',
      component: 'victoria-metrics',
      severity: 'warning',
      expr: hoursUntilDatabaseFull('6h'),
      fires: { below: 48 },
      for: '1h',
      summary: 'The disk of VictoriaMetrics is full in {value}.',
      format: 'hours',
      meaning: 'At the pace of the last six hours. It turns read-only before.',
      action: 'Give its volume more room, or keep less.',
    },
    {
      name: 'GomonDatabaseRestarting',
      title: 'VictoriaMetrics starts again and again',
      component: 'victoria-metrics',
      severity: 'warning',
      expr: `sum by (environment, instance) (changes(process_start_time_seconds${db}[1h]))`,
      fires: { above: 2 },
      for: '0s',
      summary: 'VictoriaMetrics started {value} times within an hour.',
      format: 'number',
      meaning:
        'Each time the aggregator sends again what was not durable: nothing is lost, but it costs time.',
      action:
        'See why it ended: its log, and whether it was killed for memory.',
    },
    {
      name: 'GomonDatabaseRowsLost',
      title: 'VictoriaMetrics leaves rows out',
      component: 'victoria-metrics',
      severity: 'warning',
      expr: `sum by (environment, instance) (increase(vm_rows_invalid_total${db}[15m])) + sum by (environment, instance) (increase(vm_rows_ignored_total${db}[15m]))`,
      fires: { above: 0 },
      for: '0s',
      summary:
        'Rows that VictoriaMetrics left out and had answered with success: {value}.',
      format: 'number',
      meaning:
        'Rows that cannot be parsed, or whose time is out of its retention or in the future. Whoever sent them was not told.',
      action: 'Its log names the rows.',
    },
  ],
};
