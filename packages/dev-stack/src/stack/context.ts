import type { StackDirectories } from '../directories';
import type { PortalMode, StackContext, StackUrls } from './part';
import { planPorts, type PortChoice, type StackPorts } from './ports';

/** How a stack differs from the documented one. */
export interface StackChoices {
  directories: StackDirectories;
  ports: PortChoice;
  portal: PortalMode;
  brokers: 1 | 3;
  /** Optional parts. */
  with?: readonly string[];
  agentIntervalMs: number;
  /** Names running servers: KAFKA_BROKERS, VICTORIA_METRICS_URL, ELASTICSEARCH_URL, SONAR_HOST_URL. */
  env: NodeJS.ProcessEnv;
}

/** Settles every address of a stack before any part of it starts. */
export async function decideContext(
  choices: StackChoices,
): Promise<StackContext> {
  const ports = await planPorts(choices.ports);
  return { with: [], ...choices, ports, urls: urlsOf(choices, ports) };
}

function urlsOf(
  { brokers, env, portal }: StackChoices,
  ports: StackPorts,
): StackUrls {
  const loopback = (port: number) => `http://127.0.0.1:${port}`;
  const backend = `http://localhost:${ports.backend}`;
  return {
    kafka:
      env.KAFKA_BROKERS ??
      ports.kafka
        .slice(0, brokers)
        .map(port => `127.0.0.1:${port}`)
        .join(','),
    victoriaMetrics:
      env.VICTORIA_METRICS_URL ?? loopback(ports.victoriaMetrics),
    aggregator: loopback(ports.aggregator),
    elasticsearch: env.ELASTICSEARCH_URL ?? loopback(ports.elasticsearch),
    filebeat: loopback(ports.filebeat),
    logstash: loopback(ports.logstash),
    vmalert: loopback(ports.vmalert),
    sonarqube: env.SONAR_HOST_URL || loopback(ports.sonarqube),
    kubernetes: loopback(ports.kubernetes),
    agent: loopback(ports.agent),
    backend,
    portalMetrics: loopback(ports.portalMetrics),
    frontend:
      portal === 'built' ? backend : `http://localhost:${ports.frontend}`,
  };
}
