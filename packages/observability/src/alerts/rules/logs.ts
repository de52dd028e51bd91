import { secondsWithoutLogs } from '../../queries/logs';
import type { AlertGroup } from '../alertRule';

/** The logs pipeline, by what the portal sees of it: Filebeat, Logstash and Elasticsearch write no series. */
export const logsRules: AlertGroup = {
  name: 'gomon-logs',
  interval: '1m',
  rules: [
    {
      name: 'GomonLogsBehind',
      title: 'Logs do not arrive',
      component: 'elasticsearch',
      severity: 'warning',
      expr: secondsWithoutLogs(),
      fires: { above: 300 },
      for: '5m',
      summary:
        'The newest log line in {entity} is {value} old, and the aggregator writes on.',
      format: 'seconds',
      meaning:
        'No sample is affected. Lines wait in their file, in Filebeat or in Logstash; they are lost when the file is rotated away before they were read.',
      action: 'See which of Filebeat, Logstash and Elasticsearch stands still.',
    },
  ],
};
