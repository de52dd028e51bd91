import type { StackPart } from './part';
import { alerts } from './parts/alerts';
import { agent } from './parts/agent';
import { aggregator } from './parts/aggregator';
import { backend } from './parts/backend';
import { frontend } from './parts/frontend';
import { kafka } from './parts/kafka';
import { kubernetes } from './parts/kubernetes';
import { logs } from './parts/logs';
import { sonarqube } from './parts/sonarqube';
import { victoriaMetrics } from './parts/victoriaMetrics';

/**
 * Every part that a stack can have, in the order in which they start. An
 * optional one stands where its turn is.
 */
export const parts: StackPart[] = [
  kafka,
  victoriaMetrics,
  aggregator,
  agent,
  logs,
  alerts,
  sonarqube,
  kubernetes,
  backend,
  frontend,
];

/** The names that `--with` understands. */
export function optionalNames(): string[] {
  return parts.filter(part => part.optional).map(part => part.name);
}
