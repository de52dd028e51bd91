import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { installOnce } from './installOnce';
import { fetchByMaven } from './maven';
import { onPath } from './onPath';

/** The Kafka that is fetched when none is on PATH. */
export const KAFKA_VERSION = '4.4.0';
// Kafka 4 calls slf4j 1.7: the binding is log4j-slf4j-impl, not the slf4j2 one.
const LOG4J_VERSION = '2.25.5';
/** A folder of jars that holds a Kafka server. */
export interface KafkaLibraries {
  classPath: string;
  version: string;
  /** Where an archive of its classes may be kept; not beside somebody else's Kafka. */
  archive?: string;
}

/** Kafka 4 on PATH if there is one, else the jars of the Maven registry. */
export async function findKafkaLibraries(): Promise<KafkaLibraries> {
  const script = onPath('kafka-server-start.sh', 'kafka-server-start');
  return (script && installedBeside(script)) || fetched();
}

function installedBeside(script: string): KafkaLibraries | undefined {
  const home = resolve(dirname(realpathSync(script)), '..');
  for (const folder of [join(home, 'libs'), join(home, 'libexec', 'libs')]) {
    if (!existsSync(folder)) {
      continue;
    }
    const version = readdirSync(folder)
      .map(jar => /^kafka_2\.\d+-(\d+\.\d+\.\d+)\.jar$/.exec(jar)?.[1])
      .find(Boolean);
    if (version && Number(version.split('.')[0]) >= 4) {
      return { classPath: join(folder, '*'), version };
    }
  }
  return undefined;
}

async function fetched(): Promise<KafkaLibraries> {
  const folder = await installOnce(`kafka-${KAFKA_VERSION}`, async draft => {
    await writeFile(join(draft, 'pom.xml'), pom());
    await fetchByMaven({
      title: `Kafka ${KAFKA_VERSION}`,
      goal: 'copy-dependencies',
      args: ['-DoutputDirectory=libs'],
      cwd: draft,
      otherwise: 'put a Kafka 4 on PATH, or set KAFKA_BROKERS to one that runs',
    });
  });
  return {
    classPath: join(folder, 'libs', '*'),
    version: KAFKA_VERSION,
    archive: `${folder}.jsa`,
  };
}

function pom(): string {
  const dependency = (group: string, artifact: string, version: string) =>
    `    <dependency><groupId>${group}</groupId><artifactId>${artifact}</artifactId><version>${version}</version></dependency>`;
  return [
    '<project xmlns="http://maven.apache.org/POM/4.0.0">',
    '  <modelVersion>4.0.0</modelVersion>',
    '  <groupId>gomon</groupId><artifactId>kafka</artifactId><version>1</version><packaging>pom</packaging>',
    '  <dependencies>',
    dependency('org.apache.kafka', 'kafka_2.13', KAFKA_VERSION),
    dependency('org.apache.logging.log4j', 'log4j-slf4j-impl', LOG4J_VERSION),
    '  </dependencies>',
    '</project>',
    '',
  ].join('\n');
}
