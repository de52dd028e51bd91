import type { Look } from '@gomon/portal-browser';

/** Each width that pages are designed for, in both themes; the widest in one, since nothing new is laid out there. */
export const LOOKS: readonly Look[] = [
  { scheme: 'light', width: 360 },
  { scheme: 'dark', width: 360 },
  { scheme: 'light', width: 1440 },
  { scheme: 'dark', width: 1440 },
  { scheme: 'light', width: 2560 },
];

/** The looks in words. */
export const LOOKS_IN_WORDS =
  'in light and dark 360 and 1440 px wide, and in light 2560 px wide';
