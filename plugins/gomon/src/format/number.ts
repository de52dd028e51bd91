/** From here on even a count of things is easier read rounded. */
const FULL_COUNT_LIMIT = 10_000_000;

/** A count of things: in full with its thousands separated, from ten million on with three significant digits. */
export function formatCount(value: number, locale: string): string {
  if (Math.abs(value) < FULL_COUNT_LIMIT) {
    return new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }).format(
      value,
    );
  }
  return new Intl.NumberFormat(locale, {
    notation: 'compact',
    maximumSignificantDigits: 3,
  }).format(value);
}

/**
 * A measured value: three significant digits, and never fewer than its whole part has below ten thousand. Below one, two: a
 * slow rate that hardly changes would flicker in its third.
 */
export function formatMeasure(value: number, locale: string): string {
  const size = Math.abs(value);
  if (size >= 999.5) return formatCount(value, locale);
  return new Intl.NumberFormat(locale, {
    maximumSignificantDigits: size < 1 ? 2 : 3,
  }).format(value);
}
