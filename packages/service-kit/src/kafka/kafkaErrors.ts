import {
  ErrorEntry,
  errorsOf,
  messageOf,
  OperationalError,
} from '../errors/operationalError';

/** What can be wrong with Kafka, as an operator sees it. */
export const KAFKA_ERRORS = {
  KAFKA_UNREACHABLE: {
    retriable: true,
    advice:
      'Start the brokers, or correct KAFKA_BROKERS; check names, firewall and the advertised listeners.',
  },
  KAFKA_TLS_FAILED: {
    retriable: true,
    advice:
      "Check KAFKA_TLS_CA_FILE, the certificates' dates and names, and that this listener speaks TLS.",
  },
  KAFKA_LOGIN_REFUSED: {
    retriable: true,
    advice:
      'Check KAFKA_SASL_MECHANISM, user and password; a corrected secret file counts at the next attempt.',
  },
  KAFKA_NOT_AUTHORIZED: {
    retriable: true,
    advice:
      'Grant this user the rights on the topic and the group (kafka-acls).',
  },
  KAFKA_TOPIC_MISSING: {
    retriable: true,
    advice: 'Create the topic, or correct KAFKA_TOPIC.',
  },
  KAFKA_NOT_ENOUGH_REPLICAS: {
    retriable: true,
    advice:
      'Bring the missing brokers back: fewer replicas are in sync than min.insync.replicas asks for.',
  },
  KAFKA_MESSAGE_TOO_LARGE: {
    retriable: false,
    advice: 'Raise max.message.bytes of the topic.',
  },
  KAFKA_FAILED: {
    retriable: true,
    advice: "See the message, and the brokers' logs.",
  },
} satisfies Record<string, ErrorEntry>;

/** A code of {@link KAFKA_ERRORS}. */
export type KafkaErrorCode = keyof typeof KAFKA_ERRORS;

const make = errorsOf(KAFKA_ERRORS);

const BY_TYPE: Record<string, KafkaErrorCode> = {
  TOPIC_AUTHORIZATION_FAILED: 'KAFKA_NOT_AUTHORIZED',
  GROUP_AUTHORIZATION_FAILED: 'KAFKA_NOT_AUTHORIZED',
  CLUSTER_AUTHORIZATION_FAILED: 'KAFKA_NOT_AUTHORIZED',
  SASL_AUTHENTICATION_FAILED: 'KAFKA_LOGIN_REFUSED',
  UNKNOWN_TOPIC_OR_PARTITION: 'KAFKA_TOPIC_MISSING',
  NOT_ENOUGH_REPLICAS: 'KAFKA_NOT_ENOUGH_REPLICAS',
  NOT_ENOUGH_REPLICAS_AFTER_APPEND: 'KAFKA_NOT_ENOUGH_REPLICAS',
  MESSAGE_TOO_LARGE: 'KAFKA_MESSAGE_TOO_LARGE',
  RECORD_LIST_TOO_LARGE: 'KAFKA_MESSAGE_TOO_LARGE',
};

const BY_MESSAGE: [RegExp, KafkaErrorCode][] = [
  [/sasl/i, 'KAFKA_LOGIN_REFUSED'],
  [
    /certificate|SSL routines|\bTLS\b|altnames|EPROTO|self.signed/i,
    'KAFKA_TLS_FAILED',
  ],
  [/does not host this topic/i, 'KAFKA_TOPIC_MISSING'],
  [
    /ECONNREFUSED|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|ECONNRESET|EHOSTUNREACH|ENETUNREACH|EPIPE|connection (timeout|error)|closed connection|no (active )?broker|not connected|timed out|disconnected/i,
    'KAFKA_UNREACHABLE',
  ],
];

/** What an error of the client means to an operator, with the client's own words kept. */
export function explainKafkaError(error: unknown): OperationalError {
  if (error instanceof OperationalError) return error;
  const chain = causes(error);
  const message = messageOf(chain[chain.length - 1] ?? error);
  for (const link of chain) {
    const code = BY_TYPE[(link as { type?: string }).type ?? ''];
    if (code) return make(code, `Kafka: ${message}`, error);
  }
  const words = chain.map(messageOf).join(' ');
  const code = BY_MESSAGE.find(([pattern]) => pattern.test(words))?.[1];
  return make(code ?? 'KAFKA_FAILED', `Kafka: ${message}`, error);
}

function causes(error: unknown): unknown[] {
  const chain: unknown[] = [];
  let link = error;
  while (link && chain.length < 5 && !chain.includes(link)) {
    chain.push(link);
    link = (link as { cause?: unknown }).cause;
  }
  return chain;
}
