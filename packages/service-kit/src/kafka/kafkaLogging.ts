import { logCreator, logLevel } from 'kafkajs';
import { Logger } from '../logger';

/** A sentence of the client that comes again within this time says nothing new. */
const QUIET_MS = 60_000;

/**
 * Hands the client's own lines to the service's logger, none of them louder than `info`: the services say themselves
 * what a failure means, once. During an outage the client says the same at every attempt; repeats are `debug`.
 */
export function kafkaLogCreator(
  logger: Logger,
  now: () => number = Date.now,
): logCreator {
  const said = new Map<string, number>();
  return () =>
    ({ namespace, level, log }) => {
      const { message, timestamp: _at, stack: _stack, ...rest } = log;
      const line = `kafka ${namespace ? `${namespace}: ` : ''}${message}`;
      const loud = level === logLevel.ERROR || level === logLevel.WARN;
      if (loud && isNews(said, line, now())) logger.info(rest, line);
      else logger.debug(rest, line);
    };
}

function isNews(said: Map<string, number>, line: string, atMs: number) {
  const before = said.get(line);
  if (before !== undefined && atMs - before < QUIET_MS) return false;
  if (said.size > 100) said.clear();
  said.set(line, atMs);
  return true;
}

/** The level that the client needs for what the logger shows. */
export function kafkaLogLevel(logger: Logger): logLevel {
  return logger.isLevelEnabled('debug') ? logLevel.DEBUG : logLevel.WARN;
}
