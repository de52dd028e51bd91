import { Status } from '@gomon/plugin-gomon-common';

/** A status as people say it, after `is`. */
export const statusInWords: Record<Status, string> = {
  ok: 'ok',
  degraded: 'degraded',
  down: 'down',
  unknown: 'unknown',
  unauthorised: 'closed to gomon: its credential was refused',
  'not-configured': 'not set up',
};
