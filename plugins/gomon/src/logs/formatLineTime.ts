import { perLocale } from '../format/perLocale';

const lineTimes = perLocale(
  locale =>
    new Intl.DateTimeFormat(locale, {
      month: 'short',
      day: 'numeric',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      fractionalSecondDigits: 3,
      hourCycle: 'h23',
    }),
);

/** Day and time of a line to the millisecond, in the reader's zone: lines of one second are told apart by it. */
export function formatLineTime(iso: string, locale: string): string {
  return lineTimes(locale).format(new Date(iso));
}
