import type { Component } from '../component';
import type { StackDirectories } from '../directories';
import type { StackPorts } from './ports';

/** How the portal is run: not at all, with the frontend's development server, or built. */
export type PortalMode = 'none' | 'development' | 'built';

/** Where the parts of a stack answer, servers that were running already included. */
export interface StackUrls {
  /** Bootstrap addresses, separated by commas. */
  kafka: string;
  victoriaMetrics: string;
  aggregator: string;
  elasticsearch: string;
  filebeat: string;
  logstash: string;
  vmalert: string;
  sonarqube: string;
  kubernetes: string;
  agent: string;
  backend: string;
  /** Figures of the portal, where alerts ask for them. */
  portalMetrics: string;
  frontend: string;
}

/** What a part needs to know about the stack that it belongs to. */
export interface StackContext {
  readonly directories: StackDirectories;
  readonly ports: StackPorts;
  readonly urls: StackUrls;
  readonly brokers: 1 | 3;
  /** The optional parts that were asked for. */
  readonly with: readonly string[];
  readonly portal: PortalMode;
  readonly agentIntervalMs: number;
  /** The environment that this stack was started in. */
  readonly env: NodeJS.ProcessEnv;
}

/** A part that is ready to be started: its program is there, its settings are known. */
export interface PreparedPart {
  /** What can be stopped and started by name; empty where a running server is used. */
  readonly components: Component[];
  /** Starts all of it; resolves when it answers. */
  start(): Promise<void>;
  /** The setting that named a running server to be used instead. */
  readonly external?: string;
  /** Lines that are worth a place on the screen; all of them where absent. */
  isWorthShowing?(line: string): boolean;
}

/** One kind of server or service: one file in `parts/`, one line in the registry. */
export interface StackPart {
  /** As in `yarn stack stop NAME` and `yarn dev --with NAME`. */
  readonly name: string;
  /** As in sentences and in the table. */
  readonly title: string;
  /** True for a part that only `--with NAME` brings. */
  readonly optional?: boolean;
  /** Whether the part belongs to this stack; all stacks where absent. */
  isWanted?(context: StackContext): boolean;
  /** The ports it is going to listen on; none where a running server is used. */
  portsOf(context: StackContext): number[];
  /** Where it answers, for the table. */
  addressOf(context: StackContext): string;
  /** What to do when a port is taken, besides freeing it. */
  readonly portSetting?: string;
  /** Gets the program when it is not there yet. */
  prepare(context: StackContext): Promise<PreparedPart>;
}
