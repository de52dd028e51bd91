/** What a decoder accepts at most; a message beyond any of these is refused whole. */
export interface DecodeLimits {
  /** Size of the message in bytes. */
  readonly maxBytes: number;
  /** Entries of `disk_stats`. */
  readonly maxDisks: number;
  /** Entries of `net_stats`. */
  readonly maxInterfaces: number;
  /** Size of one text in bytes; a Linux path has at most 4096. */
  readonly maxTextBytes: number;
}

/** Far above any real machine, far below what would hurt the reader. */
export const DEFAULT_DECODE_LIMITS: DecodeLimits = {
  maxBytes: 4 * 1024 * 1024,
  maxDisks: 2000,
  maxInterfaces: 2000,
  maxTextBytes: 4096,
};
