/** Waiting that ends early when something has changed for the better. */
export class Nudge {
  #waiters = new Set<() => void>();

  wait(ms: number): Promise<void> {
    return new Promise(resolve => {
      const end = () => {
        clearTimeout(timer);
        this.#waiters.delete(end);
        resolve();
      };
      const timer = setTimeout(end, ms);
      this.#waiters.add(end);
    });
  }

  wake(): void {
    for (const end of [...this.#waiters]) end();
  }
}
