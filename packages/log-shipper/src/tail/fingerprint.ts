import { createHash } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';

/** Which bytes of a file tell it from others. */
export interface FingerprintRange {
  offset: number;
  length: number;
}

/**
 * Who a file is, whatever its name: SHA-256 of its first bytes, as Filebeat's fingerprint identity has it.
 *
 * @returns undefined while the file is too short to tell
 */
export async function fingerprintOf(
  file: FileHandle,
  { length, offset }: FingerprintRange,
): Promise<string | undefined> {
  const head = Buffer.alloc(length);
  const { bytesRead } = await file.read(head, 0, length, offset);
  return bytesRead < length
    ? undefined
    : createHash('sha256').update(head).digest('hex');
}
