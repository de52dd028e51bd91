import { Probe } from '@gomon/plugin-gomon-node';
import { GomonConfig } from '../config/schema';
import { AgentProbe } from './agent/AgentProbe';
import { AggregatorProbe } from './aggregator/AggregatorProbe';
import { AlertsProbe } from './alerts/AlertsProbe';
import { AlertSource } from './alerts/AlertSource';
import { ElasticsearchProbe } from './elasticsearch/ElasticsearchProbe';
import { FilebeatProbe } from './filebeat/FilebeatProbe';
import { GrafanaProbe } from './grafana/GrafanaProbe';
import { KafkaProbe } from './kafka/KafkaProbe';
import { KibanaProbe } from './kibana/KibanaProbe';
import { LogstashProbe } from './logstash/LogstashProbe';
import { PostgresqlProbe } from './postgresql/PostgresqlProbe';
import { VictoriaMetricsProbe } from './victoriaMetrics/VictoriaMetricsProbe';

/** Share of the time limit of a look that one request may take, so that the probe itself can say who did not answer. */
export const REQUEST_SHARE = 0.7;

/** The probes that the plugin brings along. Where two report the same figure of a flow, the first one counts. */
export function createProbes(config: GomonConfig): Probe[] {
  const timeoutMs = Math.round(config.engine.timeLimit * REQUEST_SHARE);
  return [
    new AgentProbe(config.victoriaMetrics, timeoutMs),
    new KafkaProbe(config.kafka, timeoutMs),
    new AggregatorProbe(config.aggregator, timeoutMs),
    new VictoriaMetricsProbe(config.victoriaMetrics, timeoutMs),
    new FilebeatProbe(config.filebeat, timeoutMs),
    new LogstashProbe(config.logstash, timeoutMs),
    new ElasticsearchProbe(config.elasticsearch, timeoutMs),
    new KibanaProbe(config.kibana, timeoutMs),
    new PostgresqlProbe(config.postgresql, timeoutMs),
    new GrafanaProbe(config.grafana, timeoutMs),
    new AlertsProbe([
      // Grafana tells its alerts only to whom it knows.
      ...config.grafana
        .filter(({ bearerToken, username }) => bearerToken || username)
        .map(own => new AlertSource('grafana', own, timeoutMs)),
      ...config.vmalert.map(own => new AlertSource('vmalert', own, timeoutMs)),
    ]),
  ];
}
