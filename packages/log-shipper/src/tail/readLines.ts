import type { FileHandle } from 'node:fs/promises';

/** One whole line of a file. */
export interface Line {
  /** Without its line break. */
  text: string;
  /** Where it begins, in bytes. */
  offset: number;
  /** Whether it was longer than allowed and lost its end. */
  truncated: boolean;
}

/** Lines that were read, and where the next one begins. */
export interface LinesRead {
  lines: Line[];
  next: number;
}

const CHUNK_BYTES = 256 * 1024;
const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Reads whole lines from an offset on. A last line without a line break is still being written: it stays for the next time.
 * Empty lines are passed over, as Filebeat does.
 */
export async function readLines(
  file: FileHandle,
  from: number,
  limits: { maxLines: number; maxLineBytes: number },
): Promise<LinesRead> {
  const lines: Line[] = [];
  let next = from;
  let size = CHUNK_BYTES;
  while (lines.length < limits.maxLines) {
    const chunk = Buffer.alloc(size);
    const { bytesRead } = await file.read(chunk, 0, size, next);
    const taken = takeLines(chunk.subarray(0, bytesRead), next, lines, limits);
    next += taken;
    if (taken > 0) {
      size = CHUNK_BYTES;
    } else if (bytesRead < size) {
      break;
    } else {
      // A line longer than what was read.
      size *= 2;
    }
  }
  return { lines, next };
}

/** Adds the whole lines of a piece of a file; says how many bytes they were. */
function takeLines(
  piece: Buffer,
  at: number,
  lines: Line[],
  { maxLineBytes, maxLines }: { maxLines: number; maxLineBytes: number },
): number {
  let start = 0;
  while (lines.length < maxLines) {
    const end = piece.indexOf(NEWLINE, start);
    if (end < 0) {
      break;
    }
    const stop = end > start && piece[end - 1] === RETURN ? end - 1 : end;
    if (stop > start) {
      const truncated = stop - start > maxLineBytes;
      const text = piece
        .subarray(start, truncated ? start + maxLineBytes : stop)
        .toString('utf8');
      lines.push({ text, offset: at + start, truncated });
    }
    start = end + 1;
  }
  return start;
}
