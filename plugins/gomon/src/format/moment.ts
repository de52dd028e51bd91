import { perLocale } from './perLocale';

const inFull = perLocale(
  locale =>
    new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'long' }),
);
const dayAndTime = perLocale(
  locale =>
    new Intl.DateTimeFormat(locale, {
      dateStyle: 'medium',
      timeStyle: 'short',
    }),
);
const timeOfDay = perLocale(
  locale => new Intl.DateTimeFormat(locale, { timeStyle: 'short' }),
);

/** A point in time in full, in the reader's zone, which it names. */
export function formatMoment(iso: string, locale: string): string {
  return inFull(locale).format(new Date(iso));
}

/** Seconds from a moment to now; never negative, since the two clocks may differ. */
export function secondsSince(iso: string, nowMs: number): number {
  return Math.max(0, (nowMs - Date.parse(iso)) / 1000);
}

/** The time of day, with the day where that is not today. In the reader's zone. */
export function formatClock(iso: string, nowMs: number, locale: string) {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date(nowMs).toDateString();
  return (isToday ? timeOfDay : dayAndTime)(locale).format(at);
}
