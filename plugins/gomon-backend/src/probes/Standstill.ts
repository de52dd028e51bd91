/** Notices that something waits and nothing of it moves on. */
export class Standstill {
  #done: number | undefined;
  #since: number | undefined;

  /**
   * @param waiting - how much waits
   * @param done - counter of what moved on
   * @returns since how many seconds nothing moved while something waited; 0 while it moves
   */
  add(waiting: number, done: number, now: Date): number {
    const moved = this.#done === undefined || done !== this.#done;
    this.#done = done;
    if (moved || waiting === 0) {
      this.#since = now.getTime();
    }
    return (now.getTime() - (this.#since ?? now.getTime())) / 1000;
  }
}
