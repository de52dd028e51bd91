import type { Dashboard } from '@grafana/schema';
import { capacity } from './capacity';
import { fleet } from './fleet';
import { host } from './host';
import { pipeline } from './pipeline';

/** Every dashboard, by the name of its file. */
export const dashboards: Record<string, Dashboard> = {
  fleet,
  host,
  pipeline,
  capacity,
};
