import { logCreator, logLevel } from 'kafkajs';
import { Logger } from '../logger';

/** Hands the client's own lines to the service's logger. Its sentence for a lost connection is kept at `warn`. */
export function kafkaLogCreator(logger: Logger): logCreator {
  return () =>
    ({ namespace, level, log }) => {
      const { message, timestamp: _timestamp, stack: _stack, ...rest } = log;
      const line = `kafka ${namespace ? `${namespace}: ` : ''}${message}`;
      if (level === logLevel.ERROR) logger.warn(rest, line);
      else if (level === logLevel.WARN) logger.info(rest, line);
      else logger.debug(rest, line);
    };
}

/** The level that the client needs for what the logger shows. */
export function kafkaLogLevel(logger: Logger): logLevel {
  return logger.isLevelEnabled('debug') ? logLevel.DEBUG : logLevel.WARN;
}
