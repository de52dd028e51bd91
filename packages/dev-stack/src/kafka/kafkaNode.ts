import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Component } from '../component';
import { acceptsConnections } from '../ports';
import { Problem } from '../problem';
import { ProcessComponent } from '../processes/processComponent';
import { lastLine, run } from '../processes/run';
import type { Command } from '../processes/spawnGuarded';
import {
  serverProperties,
  type KafkaListener,
  type KafkaNodeAddress,
} from './serverProperties';
import { withAdmin } from './topics';

/** Fixed, so that nodes formatted one by one belong to the same cluster. */
const CLUSTER_ID = 'Z29tb24tZGV2LXN0YWNrMA';

const LOG4J = `rootLogger.level=INFO
rootLogger.appenderRef.console.ref=console
appender.console.type=Console
appender.console.name=console
appender.console.layout.type=PatternLayout
appender.console.layout.pattern=%d{ISO8601} %p %m (%c{1})%n%throwable
`;

/** What every node of a cluster has in common. */
export interface KafkaNodeSettings {
  java: string;
  classPath: string;
  heapMb: number;
  dir: string;
  logDir: string;
  cluster: KafkaNodeAddress[];
  properties?: Record<string, string>;
  listeners?: KafkaListener[];
  /** Arguments of the JVM, after those that every node has. */
  jvmArgs?: string[];
}

/** One Kafka node as a component; ready when its own metadata lists it. */
export function createKafkaNode(
  name: string,
  node: KafkaNodeAddress,
  settings: KafkaNodeSettings,
): Component {
  const { brokerPort: port, id } = node;
  const address = `127.0.0.1:${port}`;
  return new ProcessComponent({
    name,
    title: settings.cluster.length > 1 ? `Kafka node ${id}` : 'Kafka',
    address,
    port,
    portSetting: 'set KAFKA_BROKERS to the Kafka that is to be used',
    logFile: join(settings.logDir, `${name}.log`),
    command: () => prepare(name, node, settings),
    isReady: async () =>
      (await acceptsConnections(port)) &&
      withAdmin([address], async admin => {
        const { brokers } = await admin.describeCluster();
        return brokers.some(broker => broker.nodeId === id);
      }),
    readyWithinMs: 180_000,
    // The last of several nodes asks a quorum that is gone for leave to end;
    // what was acknowledged is in the files by then.
    stopWithinMs: settings.cluster.length > 1 ? 8_000 : 30_000,
  });
}

async function prepare(
  name: string,
  node: KafkaNodeAddress,
  settings: KafkaNodeSettings,
): Promise<Command> {
  const home = join(settings.dir, name);
  const data = join(home, 'data');
  const properties = join(home, 'server.properties');
  const log4j = join(home, 'log4j2.properties');
  await mkdir(data, { recursive: true });
  await writeFile(log4j, LOG4J);
  await writeFile(
    properties,
    serverProperties(
      node,
      settings.cluster,
      data,
      settings.properties,
      settings.listeners,
    ),
  );
  const java = (heapMb: number, main: string, ...args: string[]): Command => ({
    file: settings.java,
    args: [
      `-Xmx${heapMb}m`,
      '-XX:+UseSerialGC',
      // The quick compiler alone: a development server lives too briefly for
      // the other one to pay. A measurement overrides it by jvmArgs.
      '-XX:TieredStopAtLevel=1',
      '-XX:+ExitOnOutOfMemoryError',
      '-Djava.awt.headless=true',
      `-Dlog4j2.configurationFile=${log4j}`,
      ...(settings.jvmArgs ?? []),
      '-cp',
      settings.classPath,
      main,
      ...args,
    ],
  });
  if (!existsSync(join(data, 'meta.properties'))) {
    const format = java(128, 'kafka.tools.StorageTool', 'format');
    format.args.push('--config', properties, '--cluster-id', CLUSTER_ID);
    const { code, output } = await run(format);
    if (code !== 0) {
      throw new Problem(
        `Kafka could not prepare its folder ${data} (${lastLine(
          output,
        )}): remove the folder and start again.`,
      );
    }
  }
  return java(settings.heapMb, 'kafka.Kafka', properties);
}
