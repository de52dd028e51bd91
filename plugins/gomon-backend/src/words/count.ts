const thousands = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const small = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 2 });
const significant = new Intl.NumberFormat('en-US', {
  maximumSignificantDigits: 3,
});

/** A whole number with its thousands separated: `4,120`. */
export function countInWords(count: number): string {
  return thousands.format(count);
}

/** A number with three significant digits: `12.4`, below one with two: `0.25`. From a thousand on it stays whole. */
export function figureInWords(value: number): string {
  const size = Math.abs(value);
  if (size >= 1000) return thousands.format(value);
  return size < 1 ? small.format(value) : significant.format(value);
}

/** A number of bytes: `1.5 GiB`. */
export function bytesInWords(bytes: number): string {
  const units = ['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'];
  let value = bytes;
  let unit = 0;
  while (value >= 1024 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  return `${significant.format(value)} ${units[unit]}`;
}

/** A count and its noun: `1 host`, `3 hosts`. */
export function plural(count: number, one: string, many = `${one}s`): string {
  return `${countInWords(count)} ${count === 1 ? one : many}`;
}
