import { LoggerService } from '@backstage/backend-plugin-api';
import { ErrorRequestHandler } from 'express';

/** Errors whose words are for callers. */
const TELLING = [
  'InputError',
  'AuthenticationError',
  'NotAllowedError',
  'NotFoundError',
  'ConflictError',
  'ServiceUnavailableError',
  'TooManyRequestsError',
];

/**
 * Keeps to the log what an unexpected error says: a database driver or a client library may name hosts, statements and
 * credentials, and the portal's own handler would pass that on.
 */
export function hideInternals(logger: LoggerService): ErrorRequestHandler {
  return (error, request, _response, next) => {
    const { name, statusCode, status = statusCode } = error ?? {};
    if (TELLING.includes(name) || (status >= 400 && status < 500)) {
      next(error);
      return;
    }
    const { method, route } = request;
    logger.error(`${method} ${route?.path ?? ''} failed`, error);
    next(
      new Error('Something failed in gomon; the log of the backend says what'),
    );
  };
}
