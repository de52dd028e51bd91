import { devNull } from 'node:os';
import type { Component } from '../component';
import { stackDirectories } from '../directories';
import { decideContext } from './context';
import type { StackUrls } from './part';
import { Stack } from './stack';

/** A whole stack of its own, for a test. */
export interface StartStackOptions {
  /** Holds state, logs and run files. */
  dir: string;
  /** With the portal's backend, which serves the built frontend. Default false. */
  portal?: boolean;
  /** Default `free`. */
  ports?: 'free' | 'default';
  brokers?: 1 | 3;
  /** Optional parts, such as `logs`. */
  with?: readonly string[];
  /** Default 5000, as in development. */
  agentIntervalMs?: number;
  /** Added to the environment of the services and of the portal. */
  env?: Record<string, string>;
}

/** A stack that runs. */
export interface RunningStack {
  /** By name: kafka (or kafka-0, -1, -2), victoria-metrics, aggregator, agent, backend. */
  readonly components: Record<string, Component>;
  readonly urls: StackUrls;
  stop(): Promise<void>;
}

/** Starts Kafka, VictoriaMetrics, aggregator and agent, and the portal if asked. */
export async function startStack(
  options: StartStackOptions,
): Promise<RunningStack> {
  // Servers of the person who runs the test are none of its business.
  const {
    ELASTICSEARCH_URL,
    KAFKA_BROKERS,
    SONAR_HOST_URL,
    SONAR_TOKEN,
    VICTORIA_METRICS_URL,
    ...env
  } = process.env;
  const context = await decideContext({
    directories: stackDirectories(options.dir),
    ports: options.ports ?? 'free',
    portal: options.portal ? 'built' : 'none',
    brokers: options.brokers ?? 1,
    with: options.with ?? [],
    agentIntervalMs: options.agentIntervalMs ?? 5_000,
    // Nor is the cluster that kubectl knows.
    env: { ...env, KUBECONFIG: devNull, ...options.env },
  });
  const stack = new Stack(context, [...context.with]);
  try {
    await stack.start();
  } catch (error) {
    await stack.stop();
    throw error;
  }
  return {
    components: Object.fromEntries(
      stack.components.map(entry => [entry.name, entry.component]),
    ),
    urls: context.urls,
    stop: () => stack.stop(),
  };
}
