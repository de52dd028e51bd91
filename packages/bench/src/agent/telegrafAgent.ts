import { findGoProgram } from '@gomon/dev-stack';
import { startProgram, TELEGRAF_VERSION } from '@gomon/faults';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AgentContestant, AgentPlace, NO_DISKS } from './contestant';

const PLUGINS = [
  ...['inputs.cpu', 'inputs.mem', 'inputs.disk', 'inputs.net'],
  ...['outputs.kafka', 'serializers.influx'],
];
const TELEGRAF = {
  name: 'telegraf',
  module: 'github.com/influxdata/telegraf/cmd/telegraf',
  version: TELEGRAF_VERSION,
  variant: 'agent',
  flags: ['-tags', ['custom', ...PLUGINS].join(','), '-ldflags', '-s -w'],
};

/** Telegraf, built with the plugins that this needs alone. */
export const telegrafAgent: AgentContestant = {
  title: 'Telegraf',
  setting: `${TELEGRAF_VERSION.slice(
    1,
  )}; cpu, mem, disk and net; influx lines; flushed as often as it reads`,
  async prepare() {
    await findGoProgram(TELEGRAF);
  },
  async start(place) {
    const config = join(place.dir, 'telegraf.conf');
    await writeFile(config, configurationOf(place));
    return startProgram(
      { file: await findGoProgram(TELEGRAF), args: ['--config', config] },
      join(place.dir, 'telegraf.log'),
    );
  },
};

function configurationOf({ brokers, topic, intervalSeconds }: AgentPlace) {
  const list = (names: string[]) => names.map(name => `"${name}"`).join(', ');
  return `[agent]
  interval = "${intervalSeconds}s"
  flush_interval = "${intervalSeconds}s"
  round_interval = false
[[inputs.cpu]]
  percpu = false
  totalcpu = true
[[inputs.mem]]
[[inputs.disk]]
  ignore_fs = [${list(NO_DISKS)}]
[[inputs.net]]
  ignore_protocol_stats = true
[[outputs.kafka]]
  brokers = [${list(brokers.split(','))}]
  topic = "${topic}"
  # The newest protocol that it speaks with Kafka 4.
  version = "3.6.0"
  required_acks = -1
  data_format = "influx"
`;
}
