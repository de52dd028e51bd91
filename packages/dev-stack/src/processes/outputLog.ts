import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';

const KEPT_LINES = 50;

/** Writes what a process prints to its log file, and tells listeners line by line. */
export class OutputLog {
  readonly #listeners = new Set<(line: string) => void>();
  readonly #recent: string[] = [];
  #file: WriteStream | undefined;

  constructor(readonly path: string) {}

  onLine(listener: (line: string) => void): void {
    this.#listeners.add(listener);
  }

  /** The newest lines, for saying why a process ended. */
  get recent(): readonly string[] {
    return this.#recent;
  }

  /** Takes the streams of one run; resolves when both are closed and written. */
  async capture(streams: Readable[]): Promise<void> {
    mkdirSync(dirname(this.path), { recursive: true });
    const file = createWriteStream(this.path, { flags: 'a' });
    this.#file = file;
    this.#recent.length = 0;
    await Promise.all(
      streams.map(
        stream =>
          new Promise<void>(resolve => {
            const lines = createInterface({ input: stream });
            lines.on('line', line => this.#take(line));
            lines.once('close', resolve);
          }),
      ),
    );
    await new Promise<void>(resolve => file.end(resolve));
  }

  #take(line: string): void {
    this.#file?.write(`${line}\n`);
    this.#recent.push(line);
    if (this.#recent.length > KEPT_LINES) {
      this.#recent.shift();
    }
    for (const listener of this.#listeners) {
      listener(line);
    }
  }
}
