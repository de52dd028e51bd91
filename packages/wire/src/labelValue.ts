/** Longest label value in UTF-16 units. VictoriaMetrics would cut at 16 KiB and merge what differs behind. */
export const MAX_LABEL_VALUE_LENGTH = 512;

const HASH_LENGTH = 9;

/**
 * Control characters (C0, DEL, C1), line and paragraph separators, marks that turn the direction of text,
 * and what is left of broken UTF-8.
 */
const UNCLEAN =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufeff\ufffd]/gu;
const MAYBE_UNCLEAN = /[^\u0020-\u007e]/;

/**
 * Makes a text fit for a label: printable and bounded. A value that had to be changed ends in a hash of the
 * original, so that two different ones stay two series; the result depends on the text alone.
 */
export function cleanLabelValue(text: string): string {
  if (text.length <= MAX_LABEL_VALUE_LENGTH && !MAYBE_UNCLEAN.test(text)) {
    return text;
  }
  const printable = text.replace(UNCLEAN, '_');
  if (printable === text && text.length <= MAX_LABEL_VALUE_LENGTH) return text;
  const kept = printable.slice(0, MAX_LABEL_VALUE_LENGTH - HASH_LENGTH);
  return `${withoutHalfPair(kept)}~${fnv1a(text)}`;
}

function withoutHalfPair(text: string): string {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff ? text.slice(0, -1) : text;
}

/** FNV-1a over UTF-16 units, 8 hexadecimal digits. */
function fnv1a(text: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    // eslint-disable-next-line no-bitwise
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, '0');
}
