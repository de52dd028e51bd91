type Waiter = () => void;

/** Waiting that ends early when something has changed for the better. */
export class Nudge {
  readonly #waiters = new Map<Waiter, NodeJS.Timeout>();

  wait(ms: number): Promise<void> {
    return new Promise(resolve => {
      const timer = setTimeout(() => this.#end(resolve), ms);
      this.#waiters.set(resolve, timer);
    });
  }

  wake(): void {
    for (const waiter of [...this.#waiters.keys()]) this.#end(waiter);
  }

  #end(waiter: Waiter): void {
    clearTimeout(this.#waiters.get(waiter));
    this.#waiters.delete(waiter);
    waiter();
  }
}
