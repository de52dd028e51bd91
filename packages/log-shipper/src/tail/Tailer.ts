import { open, readdir, stat, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fingerprintOf, FingerprintRange } from './fingerprint';
import { Line, readLines } from './readLines';
import { Registry } from './Registry';

/** Lines of one file, in their order. */
export interface Batch {
  fingerprint: string;
  path: string;
  lines: Line[];
  /** Where the next line begins. */
  next: number;
}

/** What the tailer is told. */
export interface TailerOptions {
  /** The file being written; those it was rotated to begin with the same name. */
  path: string;
  fingerprint: FingerprintRange;
  maxLineBytes: number;
  registry: Registry;
}

interface OpenFile {
  handle: FileHandle;
  fingerprint: string;
  path: string;
  /** Where the next line begins that was not handed out yet. */
  position: number;
  modifiedMs: number;
  removed: boolean;
}

/**
 * Follows a log file through its rotations. A file is kept open under whatever name, and even removed, until it was read to its
 * end; a file that is met again is known by its first bytes.
 */
export class Tailer {
  readonly #options: TailerOptions;
  /** By device and inode: two open files never share one. */
  readonly #files = new Map<string, OpenFile>();

  constructor(options: TailerOptions) {
    this.#options = options;
  }

  get openFiles(): number {
    return this.#files.size;
  }

  /** Looks which files there are now. */
  async scan(): Promise<void> {
    const folder = dirname(this.#options.path);
    const prefix = basename(this.#options.path);
    const names = await readdir(folder).catch(() => [] as string[]);
    const seen = new Set<string>();
    for (const name of names.filter(entry => entry.startsWith(prefix))) {
      const key = await this.#meet(join(folder, name));
      if (key) seen.add(key);
    }
    for (const [key, file] of this.#files) {
      file.removed = !seen.has(key);
    }
  }

  /** The next lines that were not handed out yet, those of the oldest file first; undefined when there are none. */
  async next(maxLines: number): Promise<Batch | undefined> {
    const oldestFirst = [...this.#files].sort(
      ([, a], [, b]) => a.modifiedMs - b.modifiedMs,
    );
    for (const [key, file] of oldestFirst) {
      const { lines, next } = await readLines(file.handle, file.position, {
        maxLines,
        maxLineBytes: this.#options.maxLineBytes,
      });
      file.position = next;
      if (lines.length > 0) {
        return {
          fingerprint: file.fingerprint,
          path: file.path,
          lines,
          next,
        };
      }
      if (file.removed) {
        this.#files.delete(key);
        await file.handle.close();
      }
    }
    return undefined;
  }

  /** Bytes that are written and not handed out yet. */
  async pendingBytes(): Promise<number> {
    let bytes = 0;
    for (const { handle, position } of this.#files.values()) {
      bytes += Math.max(0, (await handle.stat()).size - position);
    }
    return bytes;
  }

  async close(): Promise<void> {
    for (const { handle } of this.#files.values()) {
      await handle.close();
    }
    this.#files.clear();
  }

  async #meet(path: string): Promise<string | undefined> {
    const stats = await stat(path).catch(() => undefined);
    if (!stats?.isFile()) {
      return undefined;
    }
    const key = `${stats.dev}:${stats.ino}`;
    const known = this.#files.get(key);
    if (known && stats.size >= known.position) {
      Object.assign(known, { path, modifiedMs: stats.mtimeMs });
      return key;
    }
    if (known) {
      // It was cut: whatever it holds now is another file.
      this.#files.delete(key);
      await known.handle.close();
    }
    return this.#open(path);
  }

  async #open(path: string): Promise<string | undefined> {
    const handle = await open(path, 'r').catch(() => undefined);
    if (!handle) {
      return undefined;
    }
    const fingerprint = await fingerprintOf(handle, this.#options.fingerprint);
    // Asked again of the open file: the name may have moved on since.
    const { dev, ino, mtimeMs } = await handle.stat();
    const key = `${dev}:${ino}`;
    if (fingerprint === undefined || this.#files.has(key)) {
      await handle.close();
      return this.#files.has(key) ? key : undefined;
    }
    this.#files.set(key, {
      handle,
      fingerprint,
      path,
      position: this.#options.registry.offsetOf(fingerprint),
      modifiedMs: mtimeMs,
      removed: false,
    });
    return key;
  }
}
