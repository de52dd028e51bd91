import { perLocale } from './perLocale';

describe('perLocale', () => {
  it('makes a formatter once for each locale', () => {
    const make = jest.fn((locale: string) => new Intl.NumberFormat(locale));
    const numbers = perLocale(make);
    expect(numbers('de').format(1.5)).toBe('1,5');
    expect(numbers('en').format(1.5)).toBe('1.5');
    expect(numbers('de')).toBe(numbers('de'));
    expect(make).toHaveBeenCalledTimes(2);
  });
});
