import {
  addresses,
  choice,
  flag,
  integer,
  path,
  text,
} from '../settings/kinds';
import {
  optional,
  required,
  secret,
  ValuesOf,
  withDefault,
} from '../settings/setting';

/** Mechanisms of SASL that are understood. */
export const SASL_MECHANISMS = [
  'plain',
  'scram-sha-256',
  'scram-sha-512',
  'oauthbearer',
] as const;

/** How a service reaches Kafka. */
export const kafkaSettings = {
  brokers: required(
    'KAFKA_BROKERS',
    addresses(),
    'Brokers to ask first, host:port, separated by commas.',
  ),
  topic: withDefault(
    'KAFKA_TOPIC',
    text().regex(/^[a-zA-Z0-9._-]{1,249}$/, 'is not a name of a topic'),
    'metrics-v4',
    'Topic of the messages.',
  ),
  connectionTimeoutMs: withDefault(
    'KAFKA_CONNECTION_TIMEOUT_MS',
    integer(100, 120_000),
    '3000',
    'How long one attempt to connect to a broker may take.',
  ),
  requestTimeoutMs: withDefault(
    'KAFKA_REQUEST_TIMEOUT_MS',
    integer(500, 600_000),
    '30000',
    'How long a broker may take to answer a request.',
  ),
  dnsServers: optional(
    'KAFKA_DNS_SERVERS',
    addresses(),
    "Name servers (ip:port) that are asked for the brokers' addresses in place of the system's.",
  ),
  tls: withDefault(
    'KAFKA_TLS',
    flag(),
    'false',
    'Encrypt the connection and verify the broker.',
  ),
  tlsCaFile: optional(
    'KAFKA_TLS_CA_FILE',
    path(),
    "Certificates (PEM) of the authorities that the brokers' are signed by; unset: those that Node knows. Read again at each connection.",
  ),
  tlsCertFile: optional(
    'KAFKA_TLS_CERT_FILE',
    path(),
    'Client certificate (PEM). Read again at each connection.',
  ),
  tlsKeyFile: optional(
    'KAFKA_TLS_KEY_FILE',
    path(),
    "The client certificate's key (PEM). Read again at each connection.",
  ),
  tlsServerName: optional(
    'KAFKA_TLS_SERVER_NAME',
    text(),
    "Name that the brokers' certificates must carry when it is not the one they are reached by.",
  ),
  saslMechanism: optional(
    'KAFKA_SASL_MECHANISM',
    choice(SASL_MECHANISMS),
    'plain, scram-sha-256, scram-sha-512 or oauthbearer. Unset: no login.',
  ),
  saslUsername: optional(
    'KAFKA_SASL_USERNAME',
    text(),
    'User for plain and scram.',
  ),
  saslPassword: secret(
    'KAFKA_SASL_PASSWORD',
    'Password for plain and scram. A file is read again when it changes.',
  ),
  saslToken: secret(
    'KAFKA_SASL_TOKEN',
    'Token for oauthbearer. A file is read again when it changes, so whoever renews the token writes it there.',
  ),
  saslMskRegion: optional(
    'KAFKA_SASL_MSK_REGION',
    text().regex(/^[a-z0-9-]{1,64}$/, 'is not a region of AWS'),
    'For oauthbearer to Amazon MSK, in place of a token: the region of the cluster. Tokens are signed with the credentials that AWS tools find. Unverified.',
  ),
};

/** Values of {@link kafkaSettings}. */
export type KafkaValues = ValuesOf<typeof kafkaSettings>;

/** What must hold between the settings for Kafka. */
export function crossCheckKafka(values: KafkaValues): string[] {
  const problems: string[] = [];
  const mechanism = values.saslMechanism;
  const tokens = [values.saslToken, values.saslMskRegion].filter(Boolean);
  if (mechanism === 'oauthbearer' && tokens.length !== 1) {
    problems.push(
      'KAFKA_SASL_MECHANISM is oauthbearer: one of KAFKA_SASL_TOKEN, KAFKA_SASL_TOKEN_FILE and KAFKA_SASL_MSK_REGION must be set',
    );
  }
  if (mechanism && mechanism !== 'oauthbearer') {
    if (!values.saslUsername) {
      problems.push(
        `KAFKA_SASL_MECHANISM is ${mechanism}: KAFKA_SASL_USERNAME must be set`,
      );
    }
    if (!values.saslPassword) {
      problems.push(
        `KAFKA_SASL_MECHANISM is ${mechanism}: KAFKA_SASL_PASSWORD or KAFKA_SASL_PASSWORD_FILE must be set`,
      );
    }
  }
  if (Boolean(values.tlsCertFile) !== Boolean(values.tlsKeyFile)) {
    problems.push(
      'KAFKA_TLS_CERT_FILE and KAFKA_TLS_KEY_FILE belong together: set both or none',
    );
  }
  if (!values.tls && (values.tlsCaFile || values.tlsCertFile)) {
    problems.push(
      'KAFKA_TLS_CA_FILE or KAFKA_TLS_CERT_FILE is set, but KAFKA_TLS is not true: the connection would not be encrypted',
    );
  }
  return problems;
}
