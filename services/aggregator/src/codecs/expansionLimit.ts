/**
 * The most that one compressed batch may grow to, in bytes.
 *
 * A broker holds batches of a few megabytes; what grows further than this
 * was made to exhaust memory.
 */
export const EXPANSION_LIMIT = 128 * 1024 * 1024;

/** A compressed batch that cannot be read. */
export class CodecError extends Error {
  constructor(codec: string, problem: string) {
    super(`${codec}: ${problem}`);
    this.name = 'CodecError';
  }
}

/** Refuses what would grow past the limit. */
export function checkExpansion(codec: string, bytes: number): void {
  if (bytes > EXPANSION_LIMIT) {
    throw new CodecError(
      codec,
      `a batch grows past ${EXPANSION_LIMIT} bytes when it is decompressed`,
    );
  }
}
