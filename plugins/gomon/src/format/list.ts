import { perLocale } from './perLocale';

const lists = perLocale(locale => new Intl.ListFormat(locale));

/** `a, b, and c`. */
export function formatList(names: readonly string[], locale: string): string {
  return lists(locale).format(names);
}
