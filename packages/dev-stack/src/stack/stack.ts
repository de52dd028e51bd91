import { mkdir, rm } from 'node:fs/promises';
import { requireFreePort } from '../ports';
import { Problem } from '../problem';
import type { PreparedPart, StackContext, StackPart } from './part';
import { optionalNames, parts } from './registry';
import { forAll, StackComponent } from './stackComponent';

/** Told what happens, as it happens. */
export interface StackReporter {
  preparing?(part: StackPart): void;
  starting?(part: StackPart): void;
  /** `tookMs` leaves out the time for getting the program. */
  ready?(part: StackPart, prepared: PreparedPart, tookMs: number): void;
  died?(component: StackComponent, how: string): void;
  line?(component: StackComponent, line: string): void;
}

/** The parts of one stack, from its first start to its last stop. */
export class Stack {
  readonly parts: StackPart[];
  readonly components: StackComponent[] = [];
  readonly #reporter: StackReporter;
  #stopping = false;

  constructor(
    readonly context: StackContext,
    asked: string[] = [],
    reporter: StackReporter = {},
  ) {
    const unknown = asked.find(name => !optionalNames().includes(name));
    if (unknown) {
      const known = optionalNames().join(', ') || 'none yet';
      throw new Problem(
        `There is no part ${unknown} to start with: --with knows ${known}.`,
      );
    }
    this.parts = parts.filter(part =>
      part.optional
        ? asked.includes(part.name)
        : part.isWanted?.(context) ?? true,
    );
    this.#reporter = reporter;
  }

  /** True once it was asked to stop. */
  get isStopping(): boolean {
    return this.#stopping;
  }

  /** Starts every part in its turn; rejects with the first one's sentence. */
  async start(): Promise<void> {
    const { state, logs, run } = this.context.directories;
    for (const folder of [state, logs, run]) {
      await mkdir(folder, { recursive: true });
    }
    await this.#requirePorts();
    for (const part of this.parts) {
      await this.#startPart(part);
    }
  }

  /** Stops every part, the last started first; the nodes of one part together. */
  async stop(): Promise<void> {
    this.#stopping = true;
    for (const part of [...this.parts].reverse()) {
      const nodes = this.components.filter(entry => entry.part === part.name);
      await forAll(nodes, node => node.stop());
    }
  }

  /** Ends everything by force. */
  async kill(): Promise<void> {
    this.#stopping = true;
    await forAll(this.components, component => component.kill());
  }

  /** The components that a name means: one process, or all nodes of a part. */
  find(name: string): StackComponent[] {
    const found = this.components.filter(
      component => component.name === name || component.part === name,
    );
    if (found.length === 0) {
      const known = this.components.map(component => component.name).join(', ');
      throw new Problem(`This stack has no ${name}: it has ${known}.`);
    }
    return found;
  }

  async #requirePorts(): Promise<void> {
    for (const part of this.parts) {
      for (const port of part.portsOf(this.context)) {
        await requireFreePort(
          part.title,
          port,
          part.portSetting ?? 'move the whole stack by --port-offset',
        );
      }
    }
  }

  async #startPart(part: StackPart): Promise<void> {
    if (this.#stopping) {
      throw new Problem(
        `${part.title} was not started: the stack is stopping.`,
      );
    }
    this.#reporter.preparing?.(part);
    const prepared = await part.prepare(this.context);
    for (const component of prepared.components) {
      // A log file tells of one run of the stack.
      await rm(component.logFile, { force: true });
    }
    const components = prepared.components.map(component => {
      const entry = new StackComponent(component, part.name, (dead, how) =>
        this.#reporter.died?.(dead, how),
      );
      component.onLine(line => {
        if (prepared.isWorthShowing?.(line) ?? true) {
          this.#reporter.line?.(entry, line);
        }
      });
      return entry;
    });
    this.components.push(...components);
    const began = performance.now();
    this.#reporter.starting?.(part);
    const started = prepared.start();
    await Promise.all([
      started,
      forAll(components, component => component.start(() => started)),
    ]);
    this.#reporter.ready?.(part, prepared, performance.now() - began);
  }
}
