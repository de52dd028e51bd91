import { Action } from '@gomon/plugin-gomon-common';
import { Component } from '@gomon/plugin-gomon-node';

/** Names of the processes that `yarn dev` runs, by stage. */
const processes: Partial<Record<string, string>> = {
  agent: 'agent',
  broker: 'kafka',
  aggregator: 'aggregator',
  tsdb: 'victoria-metrics',
  // One program stands in for Filebeat and Logstash.
  'log-shipper': 'log-shipper',
  'log-processor': 'log-shipper',
  search: 'elasticsearch',
  'code-quality': 'sonarqube',
  database: 'postgres',
};

/** The operational commands of a component of the development stack. */
export function stackRunbook({ stage, title }: Component): Action[] {
  const name = processes[stage];
  if (!name) return [];
  return [
    { text: `Start ${title} again`, command: `yarn stack start ${name}` },
    { text: 'See what runs', command: 'yarn stack status' },
    { text: 'Read its log', command: `tail -n 200 .gomon/logs/${name}.log` },
  ];
}
