import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Up to where Kafka has acknowledged: all segments before this one, and this one up to `end`. */
export interface Position {
  segment: number;
  end: number;
}

const FILE = 'acknowledged.json';

/** The position that a former process left; the very beginning when it left none that can be read. */
export function readPosition(folder: string): Position {
  try {
    const { segment, end } = JSON.parse(
      readFileSync(join(folder, FILE), 'utf8'),
    );
    if (Number.isInteger(segment) && Number.isInteger(end)) {
      return { segment, end };
    }
  } catch {
    // Without a position everything is sent once more, which is harmless: the same samples again.
  }
  return { segment: 0, end: 0 };
}

/** Replaces the position in one step, so that a crash leaves the old one or the new one. */
export function writePosition(folder: string, position: Position): void {
  const file = join(folder, FILE);
  writeFileSync(`${file}.new`, JSON.stringify(position), { mode: 0o600 });
  renameSync(`${file}.new`, file);
}
