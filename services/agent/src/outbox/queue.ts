/** A queue whose front is taken without moving the rest. */
export class Queue<T> {
  private items: T[] = [];
  private first = 0;

  get length(): number {
    return this.items.length - this.first;
  }

  /** The oldest item. */
  get front(): T | undefined {
    return this.items[this.first];
  }

  /** The item at a place behind the front. */
  at(index: number): T | undefined {
    return this.items[this.first + index];
  }

  push(item: T): void {
    this.items.push(item);
  }

  shift(): T | undefined {
    if (this.length === 0) return undefined;
    const item = this.items[this.first];
    this.first += 1;
    if (this.first > 1000 && this.first * 2 > this.items.length) {
      this.items = this.items.slice(this.first);
      this.first = 0;
    }
    return item;
  }
}
