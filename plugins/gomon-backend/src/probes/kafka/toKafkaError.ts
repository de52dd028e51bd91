import { causesOf, LookError } from '../LookError';

/** What an error of kafkajs says about the cluster. */
export function toKafkaError(error: unknown): LookError {
  for (const current of causesOf(error)) {
    if (current instanceof LookError) return current;
    const type = String((current as { type?: unknown }).type ?? '');
    if (
      current.name === 'KafkaJSSASLAuthenticationError' ||
      type === 'SASL_AUTHENTICATION_FAILED'
    ) {
      return new LookError(
        'unauthorised',
        "it refuses gomon's user name and password",
      );
    }
    if (type.endsWith('_AUTHORIZATION_FAILED')) {
      const right = type
        .replace('_AUTHORIZATION_FAILED', '')
        .toLowerCase()
        .replace('_', ' ');
      return new LookError(
        'unauthorised',
        `gomon's user lacks the right DESCRIBE on the ${right}`,
      );
    }
    if (current.name === 'KafkaJSRequestTimeoutError') {
      return new LookError('down', 'no answer in time');
    }
    if (current.name === 'KafkaJSConnectionClosedError') {
      return new LookError('down', 'it closed the connection');
    }
    if (current.name === 'KafkaJSConnectionError')
      return fromConnection(current);
  }
  return LookError.from(error);
}

function fromConnection(error: Error): LookError {
  const code = (error as NodeJS.ErrnoException).code;
  if (!code) return new LookError('down', 'no connection in time');
  return LookError.from(Object.assign(new Error(), { code }));
}
