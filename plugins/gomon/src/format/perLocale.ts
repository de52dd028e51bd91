/**
 * Makes a formatter once for each locale. To make one of `Intl` takes some hundred times as long as to use it, and a page
 * writes hundreds of times and figures.
 */
export function perLocale<T>(
  make: (locale: string) => T,
): (locale: string) => T {
  const made = new Map<string, T>();
  return locale => {
    const known = made.get(locale);
    if (known !== undefined) return known;
    const formatter = make(locale);
    made.set(locale, formatter);
    return formatter;
  };
}
