import { readFileSync } from 'node:fs';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

interface Entry {
  /** Where the first line begins that is not yet stored. */
  offset: number;
  /** Where the file was last, for a person who looks. */
  path: string;
  /** When it was last read from, in milliseconds. */
  at: number;
}

const KEPT_MS = 73 * 3_600_000;

/** How far each file has been stored, kept in a file of its own. Read again after a crash, lines are sent twice, never left out. */
export class Registry {
  readonly #path: string;
  #entries: Record<string, Entry>;
  #saving: Promise<void> = Promise.resolve();

  constructor(path: string) {
    this.#path = path;
    this.#entries = load(path);
  }

  offsetOf(fingerprint: string): number {
    return this.#entries[fingerprint]?.offset ?? 0;
  }

  /** Takes note of what is stored now. */
  async advance(
    fingerprint: string,
    offset: number,
    path: string,
    now: number,
  ): Promise<void> {
    this.#entries[fingerprint] = { offset, path, at: now };
    for (const [key, { at }] of Object.entries(this.#entries)) {
      if (at < now - KEPT_MS) delete this.#entries[key];
    }
    this.#saving = this.#saving.then(() => this.#save());
    await this.#saving;
  }

  async #save(): Promise<void> {
    const draft = `${this.#path}.new`;
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFile(draft, JSON.stringify({ files: this.#entries }, null, 2));
    await rename(draft, this.#path);
  }
}

function load(path: string): Record<string, Entry> {
  try {
    return JSON.parse(readFileSync(path, 'utf8')).files;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      return {};
    }
    throw error;
  }
}
