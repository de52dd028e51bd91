import { perLocale } from './perLocale';

/** From here on even a count of things is easier read rounded. */
const FULL_COUNT_LIMIT = 10_000_000;

const counts = perLocale(
  locale => new Intl.NumberFormat(locale, { maximumFractionDigits: 0 }),
);
const largeCounts = perLocale(
  locale =>
    new Intl.NumberFormat(locale, {
      notation: 'compact',
      maximumSignificantDigits: 3,
    }),
);
const measures = perLocale(
  locale => new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 }),
);
const smallMeasures = perLocale(
  locale => new Intl.NumberFormat(locale, { maximumSignificantDigits: 2 }),
);

/** A count of things: in full with its thousands separated, from ten million on with three significant digits. */
export function formatCount(value: number, locale: string): string {
  const format = Math.abs(value) < FULL_COUNT_LIMIT ? counts : largeCounts;
  return format(locale).format(value);
}

/**
 * A measured value: three significant digits, and never fewer than its whole part has below ten thousand. Below one, two: a
 * slow rate that hardly changes would flicker in its third.
 */
export function formatMeasure(value: number, locale: string): string {
  const size = Math.abs(value);
  if (size >= 999.5) return formatCount(value, locale);
  return (size < 1 ? smallMeasures : measures)(locale).format(value);
}
