/** Which samples are written to the metric log. */
export type LogShare =
  | { readonly kind: 'all' }
  | { readonly kind: 'none' }
  /** Every n-th sample. */
  | { readonly kind: 'one-in'; readonly n: number }
  /** At most so many lines a second. */
  | { readonly kind: 'per-second'; readonly lines: number };

/**
 * Reads `all`, `none`, `1/N` or `N/s`.
 *
 * @returns undefined for anything else
 */
export function parseLogShare(text: string): LogShare | undefined {
  const word = text.trim().toLowerCase();
  if (word === 'all' || word === 'none') {
    return { kind: word };
  }
  const [, n] = /^1\/([1-9]\d{0,8})$/.exec(word) ?? [];
  if (n) {
    return { kind: 'one-in', n: Number(n) };
  }
  const [, lines] = /^([1-9]\d{0,8})\/s$/.exec(word) ?? [];
  return lines ? { kind: 'per-second', lines: Number(lines) } : undefined;
}

/** The share in words. */
export function describeLogShare(share: LogShare): string {
  switch (share.kind) {
    case 'one-in':
      return `1 in ${share.n}`;
    case 'per-second':
      return `${share.lines} a second`;
    default:
      return share.kind;
  }
}

/** Chooses the samples that are written. */
export class SampleChooser {
  readonly #share: LogShare;
  #seen = 0;
  #tokens: number;
  #tokensAtMs = 0;

  constructor(share: LogShare) {
    this.#share = share;
    this.#tokens = share.kind === 'per-second' ? share.lines : 0;
  }

  /**
   * Which of the next samples are written.
   *
   * @param samples - how many samples come now
   * @returns their indexes, ascending
   */
  choose(samples: number, nowMs: number): number[] {
    const share = this.#share;
    const from = this.#seen;
    this.#seen += samples;
    switch (share.kind) {
      case 'none':
        return [];
      case 'all':
        return range(0, samples, 1);
      case 'one-in':
        return range((share.n - (from % share.n)) % share.n, samples, share.n);
      default:
        return range(0, this.#spend(samples, share.lines, nowMs), 1);
    }
  }

  #spend(samples: number, perSecond: number, nowMs: number): number {
    const elapsedMs = Math.max(0, nowMs - this.#tokensAtMs);
    this.#tokens = Math.min(
      perSecond,
      this.#tokens + (elapsedMs * perSecond) / 1000,
    );
    this.#tokensAtMs = nowMs;
    const spent = Math.min(samples, Math.floor(this.#tokens));
    this.#tokens -= spent;
    return spent;
  }
}

function range(from: number, to: number, step: number): number[] {
  const numbers: number[] = [];
  for (let i = from; i < to; i += step) numbers.push(i);
  return numbers;
}
