import { copyFileSync, renameSync, writeFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createService, freePort, Service } from '@gomon/dev-stack';
import {
  createSecureKafka,
  makeCertificate,
  SecureKafka,
} from './support/secureKafka';

let dir: string;
let kafka: SecureKafka;
let agents: Service[] = [];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), 'gomon-secure-'));
  kafka = await createSecureKafka(dir);
  await kafka.cluster.start();
  await kafka.setScramPassword('scram-user', 'first');
});
afterEach(async () => {
  await Promise.all(agents.map(agent => agent.stop()));
  agents = [];
});
afterAll(async () => {
  await kafka?.cluster.stop();
  await rm(dir, { recursive: true, force: true });
});

async function agentWith(env: Record<string, string>): Promise<Service> {
  const service = createService({
    name: 'agent',
    dir,
    env: {
      KAFKA_BROKERS: kafka.secureBrokers,
      KAFKA_TLS: 'true',
      KAFKA_TLS_CA_FILE: kafka.caFile,
      METRICS_PORT: String(await freePort()),
      METRICS_HOST: '127.0.0.1',
      COLLECT_INTERVAL_MS: '1000',
      ...env,
    },
  });
  agents.push(service);
  await service.start();
  return service;
}

/** Waits until /ready says one code, or `ready`; answers what it said last. */
async function says(service: Service, wanted: string): Promise<string> {
  let said = '';
  const end = Date.now() + 20_000;
  while (said !== wanted && Date.now() < end) {
    const { reasons } = await (await fetch(`${service.address}/ready`)).json();
    said = reasons[0]?.code ?? 'ready';
    await sleep(50);
  }
  return said;
}

/** Replaces a file in one step, as those do who rotate secrets. */
function replace(file: string, text: string): void {
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

const encode = (part: object) =>
  Buffer.from(JSON.stringify(part)).toString('base64url');
const unsignedToken = () =>
  `${encode({ alg: 'none' })}.${encode({
    sub: 'agent',
    iat: Date.now() / 1000,
    exp: Date.now() / 1000 + 600,
  })}.`;

const scram = (file: string) => ({
  KAFKA_SASL_MECHANISM: 'scram-sha-512',
  KAFKA_SASL_USERNAME: 'scram-user',
  KAFKA_SASL_PASSWORD_FILE: file,
});

it.each<[string, () => Record<string, string>]>([
  [
    'PLAIN',
    () => ({
      KAFKA_SASL_MECHANISM: 'plain',
      KAFKA_SASL_USERNAME: 'plain-user',
      KAFKA_SASL_PASSWORD: 'plain-secret',
    }),
  ],
  [
    'SCRAM-SHA-256',
    () => ({
      KAFKA_SASL_MECHANISM: 'scram-sha-256',
      KAFKA_SASL_USERNAME: 'scram-user',
      KAFKA_SASL_PASSWORD: 'first',
    }),
  ],
  [
    'SCRAM-SHA-512',
    () => ({
      KAFKA_SASL_MECHANISM: 'scram-sha-512',
      KAFKA_SASL_USERNAME: 'scram-user',
      KAFKA_SASL_PASSWORD: 'first',
    }),
  ],
  [
    'OAUTHBEARER',
    () => ({
      KAFKA_SASL_MECHANISM: 'oauthbearer',
      KAFKA_SASL_TOKEN: unsignedToken(),
    }),
  ],
])('delivers over TLS with a login by %s', async (_, login) => {
  expect(await says(await agentWith(login()), 'ready')).toBe('ready');
});

it('says that the login is refused, and delivers once the password file is corrected', async () => {
  const file = join(dir, 'password');
  replace(file, 'wrong');
  const agent = await agentWith(scram(file));
  expect(await says(agent, 'KAFKA_LOGIN_REFUSED')).toBe('KAFKA_LOGIN_REFUSED');
  replace(file, 'first\n');
  expect(await says(agent, 'ready')).toBe('ready');
});

it('says that the certificate is not accepted, and delivers once its authority is there', async () => {
  const file = join(dir, 'authority.pem');
  copyFileSync(makeCertificate(join(dir, 'other')).caFile, file);
  const agent = await agentWith({
    KAFKA_TLS_CA_FILE: file,
    KAFKA_SASL_MECHANISM: 'plain',
    KAFKA_SASL_USERNAME: 'plain-user',
    KAFKA_SASL_PASSWORD: 'plain-secret',
  });
  expect(await says(agent, 'KAFKA_TLS_FAILED')).toBe('KAFKA_TLS_FAILED');
  copyFileSync(kafka.caFile, `${file}.new`);
  renameSync(`${file}.new`, file);
  expect(await says(agent, 'ready')).toBe('ready');
});

it('uses a rotated password at the next connection, without a restart', async () => {
  const file = join(dir, 'rotating');
  replace(file, 'first');
  const agent = await agentWith(scram(file));
  expect(await says(agent, 'ready')).toBe('ready');
  await kafka.setScramPassword('scram-user', 'second');
  replace(file, 'second');
  await kafka.cluster.kill();
  expect(await says(agent, 'KAFKA_UNREACHABLE')).toBe('KAFKA_UNREACHABLE');
  await kafka.cluster.start();
  expect(await says(agent, 'ready')).toBe('ready');
});
