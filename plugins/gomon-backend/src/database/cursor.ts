import { InputError } from '@backstage/errors';

type Position = (string | number | null)[];

/** Where a page ends, as one opaque word. */
export function encodeCursor(position: Position): string {
  return Buffer.from(JSON.stringify(position)).toString('base64url');
}

/** @throws InputError when the word was not made by {@link encodeCursor} for a list of this order. */
export function decodeCursor(cursor: string, length: number): Position {
  try {
    const position = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    const isPosition =
      Array.isArray(position) &&
      position.length === length &&
      position.every(
        part =>
          part === null || typeof part === 'string' || typeof part === 'number',
      );
    if (isPosition) return position;
  } catch {
    // Said below.
  }
  throw new InputError(
    'Parameter cursor: expected pageInfo.nextCursor of the page before',
  );
}
