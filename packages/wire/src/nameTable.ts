const SLOTS = 4096;
const MAX_LENGTH = 64;
const ASCII_END = 128;

/**
 * Finds texts that were seen before by their bytes, so that a name which every message of a fleet has is one string and not
 * made anew each time. Bounded: one text a slot, the newest.
 */
export class NameTable {
  private readonly names = new Array<string>(SLOTS).fill('');

  /** The text that is written in these bytes, if it was kept. */
  find(bytes: Uint8Array, from: number, length: number): string | undefined {
    if (length > MAX_LENGTH) return undefined;
    let hash = length;
    for (let i = 0; i < length; i++) hash = mix(hash, bytes[from + i]);
    const name = this.names[slotOf(hash)];
    if (name.length !== length) return undefined;
    for (let i = 0; i < length; i++) {
      if (name.charCodeAt(i) !== bytes[from + i]) return undefined;
    }
    return name;
  }

  /** Keeps a text to be found, if it is short and of ASCII alone: then each of its bytes is a character. */
  keep(name: string): void {
    const { length } = name;
    if (length > MAX_LENGTH) return;
    let hash = length;
    for (let i = 0; i < length; i++) {
      const code = name.charCodeAt(i);
      if (code >= ASCII_END) return;
      hash = mix(hash, code);
    }
    this.names[slotOf(hash)] = name;
  }
}

function mix(hash: number, code: number): number {
  return Math.imul(hash, 31) + code;
}

function slotOf(hash: number): number {
  // eslint-disable-next-line no-bitwise
  return (hash ^ (hash >>> 15)) & (SLOTS - 1);
}
