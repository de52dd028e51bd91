import { formatMeasure } from './number';

const NARROW_NO_BREAK_SPACE = '\u202f';

const steps = [
  { symbol: 'd', seconds: 86_400 },
  { symbol: 'h', seconds: 3_600 },
  { symbol: 'min', seconds: 60 },
] as const;

/**
 * A time span in the largest unit that fits, whole: `2 min`, `31 d`. Below a minute whole seconds. The symbols are those of
 * the International System of Units, the same in every language.
 */
export function formatAge(seconds: number, locale: string): string {
  const span = Math.max(0, seconds);
  for (const step of steps) {
    if (span >= step.seconds) {
      const whole = Math.floor(span / step.seconds);
      return `${formatMeasure(whole, locale)}${NARROW_NO_BREAK_SPACE}${
        step.symbol
      }`;
    }
  }
  return `${formatMeasure(Math.floor(span), locale)}${NARROW_NO_BREAK_SPACE}s`;
}

/** A measured time: like {@link formatAge} from a minute on, below it with three significant digits down to milliseconds. */
export function formatSeconds(seconds: number, locale: string): string {
  if (seconds >= 60) return formatAge(seconds, locale);
  if (seconds > 0 && seconds < 0.9995) {
    return `${formatMeasure(seconds * 1000, locale)}${NARROW_NO_BREAK_SPACE}ms`;
  }
  return `${formatMeasure(seconds, locale)}${NARROW_NO_BREAK_SPACE}s`;
}
