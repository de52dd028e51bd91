import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity } from '@backstage/catalog-model';

/** A catalog entity for tests: `entity('kafka', 'broker', { sendsTo: 'aggregator' })`. */
export function entity(
  name: string,
  stage: string,
  options: { sendsTo?: string; annotations?: Record<string, string> } = {},
): Entity {
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: {
      name,
      namespace: 'default',
      annotations: {
        'gomon.io/stage': stage,
        ...(options.sendsTo && { 'gomon.io/sends-to': options.sendsTo }),
        ...options.annotations,
      },
    },
    spec: { type: 'service', owner: 'group:default/platform' },
  };
}

/** Keeps everything to itself. */
export const silentLogger: LoggerService = {
  error() {},
  warn() {},
  info() {},
  debug() {},
  child: () => silentLogger,
};
