import { destination, Logger, pino, stdTimeFunctions } from 'pino';

export type { Logger } from 'pino';

/** A logger that writes one JSON object a line to standard output, at once: the last line before a crash counts. */
export function createLogger(service: string, level: string): Logger {
  return pino(
    {
      level,
      base: { service },
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: label => ({ level: label }) },
    },
    destination({ fd: 1, sync: true }),
  );
}
