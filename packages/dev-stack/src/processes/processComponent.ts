import type { Component, ExitListener } from '../component';
import { requireFreePort } from '../ports';
import { Problem } from '../problem';
import { OutputLog } from './outputLog';
import { lastLine } from './run';
import {
  spawnGuarded,
  type Command,
  type GuardedProcess,
} from './spawnGuarded';
import { waitUntil } from './wait';

/** What makes one component different from another. */
export interface ProcessSpec {
  name: string;
  /** Its name in sentences, such as `VictoriaMetrics`. */
  title: string;
  address: string;
  /** The port that must be free before it starts. */
  port: number;
  logFile: string;
  /** What to do when the port is taken, besides freeing it. */
  portSetting?: string;
  /** Prepares a start and says what to run. */
  command(): Promise<Command>;
  /** A real look: does it do its job now? Throwing means no. */
  isReady(): Promise<boolean>;
  /** What is to be done once it answers, before others may use it. */
  settle?(): Promise<void>;
  readyWithinMs: number;
  stopWithinMs: number;
  /** How it is asked to end. Default SIGTERM. */
  stopSignal?: NodeJS.Signals;
}

/** A component that is one process, or one process with its children. */
export class ProcessComponent implements Component {
  readonly #spec: ProcessSpec;
  readonly #log: OutputLog;
  readonly #exitListeners = new Set<ExitListener>();
  #process: GuardedProcess | undefined;
  #started: Promise<void> | undefined;
  #ended: Promise<void> = Promise.resolve();

  constructor(spec: ProcessSpec) {
    this.#spec = spec;
    this.#log = new OutputLog(spec.logFile);
  }

  get name(): string {
    return this.#spec.name;
  }

  get address(): string {
    return this.#spec.address;
  }

  get logFile(): string {
    return this.#spec.logFile;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  onExit(listener: ExitListener): void {
    this.#exitListeners.add(listener);
  }

  onLine(listener: (line: string) => void): void {
    this.#log.onLine(listener);
  }

  start(): Promise<void> {
    this.#started ??= this.#launch().catch(error => {
      this.#started = undefined;
      throw error;
    });
    return this.#started;
  }

  async #launch(): Promise<void> {
    const { title, port, portSetting, readyWithinMs } = this.#spec;
    await requireFreePort(title, port, portSetting);
    const command = await this.#spec.command();
    const child = spawnGuarded(command);
    this.#process = child;
    this.#ended = this.#follow(child);
    const isGone = () => this.#process !== child;
    const ready = await waitUntil(this.#spec.isReady, {
      withinMs: readyWithinMs,
      until: isGone,
    });
    if (ready && !isGone()) {
      await this.#settle();
      return;
    }
    if (!isGone()) {
      await this.kill();
      throw new Problem(
        `${title} did not answer at ${this.address} within ${
          readyWithinMs / 1000
        } s: its log, ${this.logFile}, says what it is waiting for.`,
      );
    }
    await this.#ended;
    throw new Problem(
      `${title} ended before it was ready (${lastLine(
        this.#log.recent.join('\n'),
      )}): read ${this.logFile}, mend the cause and start it again.`,
    );
  }

  async #settle(): Promise<void> {
    try {
      await this.#spec.settle?.();
    } catch (error) {
      await this.kill();
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.#end(this.#spec.stopSignal ?? 'SIGTERM');
  }

  async kill(): Promise<void> {
    await this.#end('SIGKILL');
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child) {
      return;
    }
    child.signal(signal);
    const force = setTimeout(
      () => child.signal('SIGKILL'),
      this.#spec.stopWithinMs,
    );
    await this.#ended;
    clearTimeout(force);
  }

  async #follow(child: GuardedProcess): Promise<void> {
    const captured = this.#log.capture([child.stdout, child.stderr]);
    const { code, signal } = await child.exited;
    await captured;
    this.#process = undefined;
    this.#started = undefined;
    for (const listener of this.#exitListeners) {
      listener(code, signal);
    }
  }
}
