import {
  KafkaJSConnectionError,
  KafkaJSNumberOfRetriesExceeded,
  KafkaJSProtocolError,
} from 'kafkajs';
import { OperationalError } from '../errors/operationalError';
import { explainKafkaError } from './kafkaErrors';

const protocol = (type: string) =>
  new KafkaJSProtocolError(Object.assign(new Error(type), { type }) as never);
const codeOf = (error: unknown) => explainKafkaError(error).code;

describe('explainKafkaError', () => {
  it.each([
    ['TOPIC_AUTHORIZATION_FAILED', 'KAFKA_NOT_AUTHORIZED'],
    ['SASL_AUTHENTICATION_FAILED', 'KAFKA_LOGIN_REFUSED'],
    ['UNKNOWN_TOPIC_OR_PARTITION', 'KAFKA_TOPIC_MISSING'],
    ['NOT_ENOUGH_REPLICAS', 'KAFKA_NOT_ENOUGH_REPLICAS'],
    ['MESSAGE_TOO_LARGE', 'KAFKA_MESSAGE_TOO_LARGE'],
    ['COORDINATOR_LOAD_IN_PROGRESS', 'KAFKA_FAILED'],
  ])('knows the broker code %s', (type, code) => {
    expect(codeOf(protocol(type))).toBe(code);
  });

  it.each([
    ['connect ECONNREFUSED 127.0.0.1:9092', 'KAFKA_UNREACHABLE'],
    ['getaddrinfo ENOTFOUND kafka-0', 'KAFKA_UNREACHABLE'],
    ['Connection timeout', 'KAFKA_UNREACHABLE'],
    ['unable to verify the first certificate', 'KAFKA_TLS_FAILED'],
    ['SASL PLAIN authentication failed: no', 'KAFKA_LOGIN_REFUSED'],
  ])('reads %j', (message, code) => {
    expect(codeOf(new KafkaJSConnectionError(message))).toBe(code);
  });

  it('finds the cause behind retries that were given up', () => {
    const cause = protocol('NOT_ENOUGH_REPLICAS');
    const options = { cause, retryCount: 2, retryTime: 1 };
    const given = new KafkaJSNumberOfRetriesExceeded(cause, options as never);
    expect(codeOf(given)).toBe('KAFKA_NOT_ENOUGH_REPLICAS');
  });

  it('leaves what is explained already as it is', () => {
    const error = new OperationalError('X', 'x', true, '');
    expect(explainKafkaError(error)).toBe(error);
  });
});
