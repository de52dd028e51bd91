import { freePort } from '../ports';

/** The ports of one stack, all of them on loopback. */
export interface StackPorts {
  /** One a Kafka node. */
  kafka: number[];
  victoriaMetrics: number;
  aggregator: number;
  elasticsearch: number;
  filebeat: number;
  logstash: number;
  vmalert: number;
  sonarqube: number;
  postgresql: number;
  /** Where the portal reads Kubernetes. */
  kubernetes: number;
  agent: number;
  backend: number;
  /** What the portal counts, for VictoriaMetrics to read. */
  portalMetrics: number;
  frontend: number;
}

const DEFAULTS: StackPorts = {
  kafka: [9092, 9094, 9096],
  victoriaMetrics: 8428,
  aggregator: 2113,
  elasticsearch: 9200,
  filebeat: 5066,
  logstash: 9600,
  vmalert: 8880,
  sonarqube: 9000,
  postgresql: 5432,
  kubernetes: 8001,
  agent: 2112,
  backend: 7007,
  portalMetrics: 9464,
  frontend: 3000,
};

/** The documented ports, the same moved by an offset, or whatever is free. */
export type PortChoice = 'default' | 'free' | { offset: number };

/** Decides on every port before anything starts, so that all parts know all addresses. */
export async function planPorts(choice: PortChoice): Promise<StackPorts> {
  const pick = (port: number): Promise<number> | number => {
    if (choice === 'free') {
      return freePort();
    }
    return port + (choice === 'default' ? 0 : choice.offset);
  };
  return {
    kafka: await Promise.all(DEFAULTS.kafka.map(pick)),
    victoriaMetrics: await pick(DEFAULTS.victoriaMetrics),
    aggregator: await pick(DEFAULTS.aggregator),
    elasticsearch: await pick(DEFAULTS.elasticsearch),
    filebeat: await pick(DEFAULTS.filebeat),
    logstash: await pick(DEFAULTS.logstash),
    vmalert: await pick(DEFAULTS.vmalert),
    sonarqube: await pick(DEFAULTS.sonarqube),
    postgresql: await pick(DEFAULTS.postgresql),
    kubernetes: await pick(DEFAULTS.kubernetes),
    agent: await pick(DEFAULTS.agent),
    backend: await pick(DEFAULTS.backend),
    portalMetrics: await pick(DEFAULTS.portalMetrics),
    frontend: await pick(DEFAULTS.frontend),
  };
}
