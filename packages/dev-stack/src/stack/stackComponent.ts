import type { Component } from '../component';
import { sentenceOf } from '../problem';

/** What the stack knows about one of its processes. */
export type ComponentState =
  | 'waiting'
  | 'starting'
  | 'running'
  | 'stopping'
  | 'stopped'
  | 'died'
  | 'failed';

/** A component of a running stack, with what was asked of it and what became of it. */
export class StackComponent {
  state: ComponentState = 'waiting';

  /**
   * @param onDeath - called when it ends without having been asked to
   */
  constructor(
    readonly component: Component,
    /** The name of the part that it belongs to. */
    readonly part: string,
    onDeath: (component: StackComponent, how: string) => void,
  ) {
    component.onExit((code, signal) => {
      if (this.state === 'running') {
        this.state = 'died';
        onDeath(this, signal ? `signal ${signal}` : `exit code ${code}`);
      }
    });
  }

  get name(): string {
    return this.component.name;
  }

  /** Follows a start that somebody else triggers, or triggers it itself. */
  async start(action = () => this.component.start()): Promise<void> {
    this.state = 'starting';
    try {
      await action();
      this.state = 'running';
    } catch (error) {
      this.state = 'failed';
      throw error;
    }
  }

  async stop(): Promise<void> {
    await this.#end(() => this.component.stop());
  }

  async kill(): Promise<void> {
    await this.#end(() => this.component.kill());
  }

  async #end(action: () => Promise<void>): Promise<void> {
    if (this.component.pid !== undefined) {
      this.state = 'stopping';
    }
    await action();
    this.state = 'stopped';
  }
}

/** Does the same to all; waits for all of them before it tells of the first failure. */
export async function forAll(
  components: StackComponent[],
  action: (component: StackComponent) => Promise<void>,
): Promise<void> {
  const results = await Promise.allSettled(components.map(action));
  const failed = results.find(result => result.status === 'rejected');
  if (failed) {
    throw failed.reason instanceof Error
      ? failed.reason
      : new Error(sentenceOf(failed.reason));
  }
}
