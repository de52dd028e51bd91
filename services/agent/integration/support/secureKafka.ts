import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  createKafka,
  freePort,
  KafkaCluster,
  lastLine,
  run,
} from '@gomon/dev-stack';
import { findJava } from '@gomon/dev-stack/src/programs/java';
import { findKafkaLibraries } from '@gomon/dev-stack/src/programs/kafkaLibraries';

/** A Kafka that also listens with TLS and asks for a login. */
export interface SecureKafka {
  cluster: KafkaCluster;
  /** Address of the listener that encrypts and asks. */
  secureBrokers: string;
  /** The certificate that it shows, as its own authority. */
  caFile: string;
  setScramPassword(user: string, password: string): Promise<void>;
}

const STORE_PASSWORD = 'changeit';
const MODULE = 'org.apache.kafka.common.security';

/** Users: `plain-user` with `plain-secret`; by SCRAM those that are set; by OAUTHBEARER any unsigned token. */
export async function createSecureKafka(dir: string): Promise<SecureKafka> {
  const port = await freePort();
  const { keystore, caFile } = makeCertificate(join(dir, 'tls'));
  const ofListener = 'listener.name.secure';
  const cluster = await createKafka({
    dir: join(dir, 'kafka'),
    listeners: [{ name: 'SECURE', port, protocol: 'SASL_SSL' }],
    properties: {
      'sasl.enabled.mechanisms':
        'PLAIN,SCRAM-SHA-256,SCRAM-SHA-512,OAUTHBEARER',
      [`${ofListener}.ssl.keystore.location`]: keystore,
      [`${ofListener}.ssl.keystore.password`]: STORE_PASSWORD,
      [`${ofListener}.ssl.keystore.type`]: 'PKCS12',
      [`${ofListener}.plain.sasl.jaas.config`]: `${MODULE}.plain.PlainLoginModule required user_plain-user="plain-secret";`,
      [`${ofListener}.scram-sha-256.sasl.jaas.config`]: `${MODULE}.scram.ScramLoginModule required;`,
      [`${ofListener}.scram-sha-512.sasl.jaas.config`]: `${MODULE}.scram.ScramLoginModule required;`,
      [`${ofListener}.oauthbearer.sasl.jaas.config`]: `${MODULE}.oauthbearer.OAuthBearerLoginModule required unsecuredLoginStringClaim_sub="broker";`,
    },
  });
  return {
    cluster,
    secureBrokers: `127.0.0.1:${port}`,
    caFile,
    setScramPassword: (user, password) =>
      setScramPassword(cluster.brokers, user, password),
  };
}

async function setScramPassword(...args: string[]): Promise<void> {
  const java = await findJava('Kafka', 'install Java 17');
  const { classPath } = await findKafkaLibraries();
  const source = join(__dirname, 'SetScramPassword.java');
  const { code, output } = await run({
    file: java,
    args: ['-cp', classPath, source, ...args],
    env: process.env,
  });
  if (code !== 0) throw new Error(lastLine(output));
}

/** A certificate for 127.0.0.1, made by the tool that comes with Java. */
export function makeCertificate(folder: string): {
  keystore: string;
  caFile: string;
} {
  mkdirSync(folder, { recursive: true });
  const keystore = join(folder, 'keystore.p12');
  const caFile = join(folder, 'ca.pem');
  const store = ['-keystore', keystore, '-storetype', 'PKCS12'];
  const common = [...store, '-storepass', STORE_PASSWORD, '-alias', 'broker'];
  const keytool = (...args: string[]) =>
    execFileSync('keytool', [...args, ...common], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  keytool(
    ...['-genkeypair', '-keyalg', 'RSA', '-validity', '30'],
    ...['-dname', 'CN=127.0.0.1', '-ext', 'san=ip:127.0.0.1'],
  );
  writeFileSync(caFile, keytool('-exportcert', '-rfc'));
  return { keystore, caFile };
}
