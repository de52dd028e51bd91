/** From how little free room on Elasticsearch moves shards away (high) and refuses to write (flood). */
export interface Watermarks {
  /** `cluster.routing.allocation.disk.threshold_enabled`: otherwise it writes until the disk is full. */
  enabled: boolean;
  high: Watermark;
  flood: Watermark;
}

/** One watermark as Elasticsearch words it. */
export interface Watermark {
  /** A share in use (`95%`, `0.95`), or bytes that are free (`5gb`). */
  limit: string;
  /** With a share: the most free bytes that it asks for (`100GB`; `-1`: any). */
  maxHeadroom?: string;
}

const PREFIX = 'cluster.routing.allocation.disk';
const UNITS = ['b', 'kb', 'mb', 'gb', 'tb', 'pb'];

/**
 * The watermarks in force.
 * @param answer - of `GET /_cluster/settings?include_defaults&flat_settings`
 */
export function watermarksOf(answer: any): Watermarks {
  const { defaults, persistent, transient } = answer;
  const settings = { ...defaults, ...persistent, ...transient };
  const watermark = (name: string): Watermark => ({
    limit: String(settings[`${PREFIX}.watermark.${name}`]),
    maxHeadroom: settings[`${PREFIX}.watermark.${name}.max_headroom`],
  });
  return {
    enabled: String(settings[`${PREFIX}.threshold_enabled`]) === 'true',
    high: watermark('high'),
    flood: watermark('flood_stage'),
  };
}

/**
 * At how many free bytes a disk of that size is at the watermark.
 * @throws Error on words that are no watermark
 */
export function freeBytesAt(
  { limit, maxHeadroom = '-1' }: Watermark,
  totalBytes: number,
): number {
  const share = shareOf(limit);
  if (share === undefined) return bytesOf(limit);
  const free = (1 - share) * totalBytes;
  return maxHeadroom === '-1' ? free : Math.min(free, bytesOf(maxHeadroom));
}

function shareOf(limit: string): number | undefined {
  if (limit.endsWith('%')) return Number(limit.slice(0, -1)) / 100;
  return /^[\d.]+$/.test(limit) ? Number(limit) : undefined;
}

function bytesOf(text: string): number {
  const [, value, unit] = /^([\d.]+)([kmgtp]?b)$/i.exec(text) ?? [];
  if (!unit) throw new Error(`${text} is neither a share nor bytes`);
  return Number(value) * 1024 ** UNITS.indexOf(unit.toLowerCase());
}
