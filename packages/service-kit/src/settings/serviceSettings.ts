import { choice, integer, text } from './kinds';
import { optional, withDefault } from './setting';

/** Settings that every service has. */
export const serviceSettings = (metricsPort: number) => ({
  metricsPort: withDefault(
    'METRICS_PORT',
    integer(0, 65535),
    String(metricsPort),
    'Port that serves /metrics, /health and /ready.',
  ),
  metricsHost: optional(
    'METRICS_HOST',
    text(),
    'Address that this port is bound to. Unset: every address of the machine.',
  ),
  logLevel: withDefault(
    'LOG_LEVEL',
    choice(['trace', 'debug', 'info', 'warn', 'error']),
    'info',
    'Least severe level that is written to standard output: trace, debug, info, warn or error.',
  ),
  shutdownTimeoutMs: withDefault(
    'SHUTDOWN_TIMEOUT_MS',
    integer(100, 600_000),
    '15000',
    'How long an orderly shutdown may take before the process ends anyway. A second signal ends it at once.',
  ),
});
