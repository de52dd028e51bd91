import { formatMeasure } from './number';

const NARROW_NO_BREAK_SPACE = '\u202f';

const binary = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
const decimal = ['B/s', 'kB/s', 'MB/s', 'GB/s', 'TB/s'];

function scale(value: number, base: number, symbols: string[], locale: string) {
  let rest = value;
  let step = 0;
  // 999.5 would be shown as 1,000 of the smaller unit.
  while (Math.abs(rest) >= base - 0.5 && step < symbols.length - 1) {
    rest /= base;
    step += 1;
  }
  return `${formatMeasure(rest, locale)}${NARROW_NO_BREAK_SPACE}${
    symbols[step]
  }`;
}

/** Sizes in powers of 1024, as Kubernetes' limits and the platform's own series count them: `512 MiB`. */
export function formatBytes(bytes: number, locale: string): string {
  return scale(bytes, 1024, binary, locale);
}

/** Transfer rates in powers of 1000, as networks and disks are sold: `12.4 MB/s`. */
export function formatBytesPerSecond(rate: number, locale: string): string {
  return scale(rate, 1000, decimal, locale);
}
