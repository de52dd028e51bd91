/* eslint-disable no-bitwise */

/**
 * A number from 0 to below 1 that looks random and follows from its arguments alone: nothing about a fleet need be
 * remembered to say again what one of its hosts sent (a 32-bit mix as in MurmurHash3's finalizer).
 */
export function chance(...parts: number[]): number {
  let hash = 0x9e3779b9;
  for (const part of parts) {
    hash = mix(hash ^ (part | 0));
    hash = mix(hash ^ Math.floor(part / 2 ** 32));
  }
  return (hash >>> 0) / 2 ** 32;
}

function mix(value: number): number {
  let h = value;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
