import { findGoProgram } from '@gomon/dev-stack';
import { toSamples } from '@gomon/wire';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { messageOf } from '../fleet/hostModel';
import { Contestant, Place } from './contestant';
import { startProgram } from './startProgram';

const PLUGINS = ['inputs.kafka_consumer', 'outputs.influxdb', 'parsers.influx'];
/** Version of Telegraf that is built. */
export const TELEGRAF_VERSION = 'v1.37.2';
const TELEGRAF = {
  name: 'telegraf',
  module: 'github.com/influxdata/telegraf/cmd/telegraf',
  version: TELEGRAF_VERSION,
  flags: ['-tags', ['custom', ...PLUGINS].join(','), '-ldflags', '-s -w'],
};
const NANOSECONDS = '000000';

/** Telegraf, built with the plugins that this needs alone. */
export const telegraf: Contestant = {
  title: 'Telegraf',
  setting: `${TELEGRAF_VERSION.slice(
    1,
  )}; influx lines, 2,000 undelivered messages at most, batches of 20,000, a buffer of 200,000, flushed each second: the fastest that was found`,
  valueOf: (model, host, sequence) =>
    Buffer.from(
      toSamples(messageOf(model, host, sequence))
        .samples.map(({ name, labels, value, timestampMs }) => {
          const tags = Object.entries(labels).map(
            ([label, text]) => `,${label}=${text}`,
          );
          return `${name}${tags.join(
            '',
          )} value=${value} ${timestampMs}${NANOSECONDS}`;
        })
        .join('\n'),
    ),
  async prepare() {
    await findGoProgram(TELEGRAF);
  },
  async start(place) {
    const config = join(place.dir, 'telegraf.conf');
    await writeFile(config, configurationOf(place));
    const file = await findGoProgram(TELEGRAF);
    return startProgram(
      { file, args: ['--config', config] },
      join(place.dir, 'telegraf.log'),
    );
  },
};

function configurationOf({ brokers, topic, group, database }: Place): string {
  const list = brokers.split(',').map(broker => `"${broker}"`);
  return `[agent]
  metric_batch_size = 20000
  metric_buffer_limit = 200000
  flush_interval = "1s"
  omit_hostname = true
[[inputs.kafka_consumer]]
  brokers = [${list.join(', ')}]
  # The newest protocol that it speaks with Kafka 4.
  kafka_version = "3.6.0"
  topics = ["${topic}"]
  consumer_group = "${group}"
  offset = "oldest"
  max_undelivered_messages = 2000
  data_format = "influx"
[[outputs.influxdb]]
  urls = ["${database}"]
  skip_database_creation = true
`;
}
