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
});
