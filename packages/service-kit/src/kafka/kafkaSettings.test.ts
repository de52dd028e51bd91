import type { SASLOptions } from 'kafkajs';
import { loadSettings, SettingsError } from '../settings/loadSettings';
import { crossCheckKafka, kafkaSettings } from './kafkaSettings';
import { saslOptions } from './sasl';

const load = (environment: Record<string, string>) =>
  loadSettings(
    kafkaSettings,
    { KAFKA_BROKERS: 'a:1', ...environment },
    crossCheckKafka,
  );

function problemsOf(environment: Record<string, string>): string {
  try {
    load(environment);
  } catch (error) {
    if (error instanceof SettingsError) return error.problems.join('\n');
    throw error;
  }
  return '';
}

describe('settings for Kafka', () => {
  it('ask for what a login needs', () => {
    expect(problemsOf({ KAFKA_SASL_MECHANISM: 'plain' })).toMatch(
      /KAFKA_SASL_USERNAME must be set\n.*KAFKA_SASL_PASSWORD/,
    );
    expect(problemsOf({ KAFKA_SASL_MECHANISM: 'oauthbearer' })).toContain(
      'KAFKA_SASL_TOKEN',
    );
  });

  it('refuse certificates on a connection that is not encrypted, and half of a pair', () => {
    expect(problemsOf({ KAFKA_TLS_CA_FILE: '/ca' })).toContain(
      'KAFKA_TLS is not true',
    );
    expect(
      problemsOf({ KAFKA_TLS: 'true', KAFKA_TLS_KEY_FILE: '/k' }),
    ).toContain('belong together');
  });

  it('make a login that asks for the password when it is used', () => {
    const values = load({
      KAFKA_SASL_MECHANISM: 'SCRAM-SHA-512',
      KAFKA_SASL_USERNAME: 'agent',
      KAFKA_SASL_PASSWORD: 'x',
    });
    expect(saslOptions(values)).toMatchObject({
      mechanism: 'scram-sha-512',
      username: 'agent',
      password: 'x',
    });
    expect(saslOptions(load({}))).toBeUndefined();
  });

  it('want one way to a token for oauthbearer', () => {
    const both = { KAFKA_SASL_TOKEN: 'x', KAFKA_SASL_MSK_REGION: 'eu-west-1' };
    expect(
      problemsOf({ KAFKA_SASL_MECHANISM: 'oauthbearer', ...both }),
    ).toContain('one of KAFKA_SASL_TOKEN');
  });

  it('sign tokens for Amazon MSK as it documents them', async () => {
    process.env.AWS_ACCESS_KEY_ID = 'AKIDEXAMPLE';
    process.env.AWS_SECRET_ACCESS_KEY = 'example';
    const sasl = saslOptions(
      load({
        KAFKA_SASL_MECHANISM: 'oauthbearer',
        KAFKA_SASL_MSK_REGION: 'eu-west-1',
      }),
    ) as Extract<SASLOptions, { mechanism: 'oauthbearer' }>;
    const { value } = await sasl.oauthBearerProvider();
    const url = new URL(Buffer.from(value, 'base64url').toString());
    expect(url.origin).toBe('https://kafka.eu-west-1.amazonaws.com');
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      Action: 'kafka-cluster:Connect',
      'X-Amz-Expires': '900',
      'X-Amz-Signature': expect.stringMatching(/^[0-9a-f]{64}$/),
    });
  });
});
