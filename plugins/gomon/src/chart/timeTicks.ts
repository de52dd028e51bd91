import { perLocale } from '../format/perLocale';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Distances between ticks that fall on times a person would choose. */
const STEPS = [
  SECOND,
  5 * SECOND,
  15 * SECOND,
  30 * SECOND,
  MINUTE,
  5 * MINUTE,
  10 * MINUTE,
  15 * MINUTE,
  30 * MINUTE,
  HOUR,
  3 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  7 * DAY,
  14 * DAY,
  30 * DAY,
  90 * DAY,
  365 * DAY,
];

const days = perLocale(
  locale => new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short' }),
);
const minutes = perLocale(
  locale =>
    new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }),
);
const seconds = perLocale(
  locale =>
    new Intl.DateTimeFormat(locale, {
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    }),
);

/** Times within a range to write below an axis, at most `count`, on full minutes, hours or days of the reader's zone. */
export function timeTicks(fromMs: number, toMs: number, count: number) {
  const step =
    STEPS.find(candidate => (toMs - fromMs) / candidate <= count) ??
    STEPS[STEPS.length - 1];
  const zoneMs = new Date(fromMs).getTimezoneOffset() * MINUTE;
  const ticks: number[] = [];
  const first = Math.ceil((fromMs - zoneMs) / step) * step + zoneMs;
  for (let at = first; at <= toMs; at += step) ticks.push(at);
  return { ticks, step };
}

/** A tick in words: as much of date and time as its step makes necessary. */
export function formatTick(atMs: number, stepMs: number, locale: string) {
  return tickFormat(stepMs)(locale).format(atMs);
}

function tickFormat(stepMs: number) {
  if (stepMs >= DAY) return days;
  return stepMs < MINUTE ? seconds : minutes;
}
