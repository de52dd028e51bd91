import { FileHandle, open, rename, rm } from 'fs/promises';

/** Where lines go and how the file rotates. */
export interface RotatingFileOptions {
  readonly path: string;
  readonly maxBytes: number;
  /** Files that are kept besides the one being written: path.1, path.2, ... */
  readonly keep: number;
  /** The first line of each file. */
  readonly header: () => string;
  readonly onWritten: (lines: number) => void;
  /** Told of each loss; the error only when it differs from the last. */
  readonly onDropped: (lines: number, reason: string, error?: Error) => void;
}

const MAX_BUFFERED_BYTES = 1024 * 1024;
const REOPEN_AFTER_MS = 5_000;

/**
 * A log file that never stands in the way of what it tells about.
 *
 * Lines are buffered and written in the background; what cannot be written,
 * for a full disk or a path that is not writable, is dropped and counted.
 * Rotation renames, so that a tailer keeps reading the file it has open.
 */
export class RotatingFile {
  readonly #options: RotatingFileOptions;
  #buffer: string[] = [];
  #bufferedBytes = 0;
  #file: FileHandle | undefined;
  #size = 0;
  #regular = true;
  #failedAtMs: number | undefined;
  #lastError = '';
  #writing: Promise<void> | undefined;

  constructor(options: RotatingFileOptions) {
    this.#options = options;
  }

  /** Adds whole lines, each ending in a line break. */
  write(lines: string[]): void {
    const bytes = lines.reduce((sum, line) => sum + line.length, 0);
    if (this.#bufferedBytes + bytes > MAX_BUFFERED_BYTES) {
      this.#options.onDropped(lines.length, 'buffer_full');
      return;
    }
    this.#buffer.push(...lines);
    this.#bufferedBytes += bytes;
    this.#writing ??= this.#drain().finally(() => {
      this.#writing = undefined;
    });
  }

  /** Writes what is buffered and closes the file. */
  async close(): Promise<void> {
    await this.#writing;
    await this.#file?.close();
    this.#file = undefined;
  }

  async #drain(): Promise<void> {
    while (this.#buffer.length > 0) {
      const lines = this.#buffer;
      this.#buffer = [];
      this.#bufferedBytes = 0;
      try {
        await this.#append(lines);
        this.#lastError = '';
      } catch (error) {
        await this.#fail(error as NodeJS.ErrnoException, lines.length);
      }
    }
  }

  async #append(lines: string[]): Promise<void> {
    if (
      this.#failedAtMs !== undefined &&
      Date.now() - this.#failedAtMs < REOPEN_AFTER_MS
    ) {
      this.#options.onDropped(lines.length, 'write_failed');
      return;
    }
    this.#file ??= await this.#open();
    if (this.#regular && this.#size >= this.#options.maxBytes) {
      await this.#rotate();
    }
    await this.#put(lines.join(''));
    this.#options.onWritten(lines.length);
  }

  async #open(): Promise<FileHandle> {
    const file = await open(this.#options.path, 'a', 0o640);
    const stats = await file.stat();
    this.#regular = stats.isFile();
    this.#size = this.#regular ? stats.size : 0;
    this.#file = file;
    // After a failure the last line may be cut off: it ends here.
    const separator = this.#failedAtMs !== undefined && this.#size > 0;
    this.#failedAtMs = undefined;
    await this.#put(`${separator ? '\n' : ''}${this.#options.header()}`);
    return file;
  }

  async #put(text: string): Promise<void> {
    const bytes = Buffer.from(text);
    await this.#file!.writeFile(bytes);
    this.#size += bytes.length;
  }

  async #rotate(): Promise<void> {
    const { path, keep } = this.#options;
    await this.#file!.close();
    this.#file = undefined;
    if (keep === 0) {
      await rm(path, { force: true });
    }
    for (let i = keep; i > 0; i--) {
      const from = i === 1 ? path : `${path}.${i - 1}`;
      await rename(from, `${path}.${i}`).catch(ignoreMissing);
    }
    this.#file = await this.#open();
  }

  async #fail(error: NodeJS.ErrnoException, lines: number): Promise<void> {
    this.#failedAtMs = Date.now();
    await this.#file?.close().catch(() => undefined);
    this.#file = undefined;
    const isNew = error.message !== this.#lastError;
    this.#lastError = error.message;
    this.#options.onDropped(lines, 'write_failed', isNew ? error : undefined);
  }
}

function ignoreMissing(error: NodeJS.ErrnoException) {
  if (error.code !== 'ENOENT') throw error;
}
