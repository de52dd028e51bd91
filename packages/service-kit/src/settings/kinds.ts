import * as z from 'zod';

/** Any text. */
export const text = () => z.string();

/** A file or folder. */
export const path = () =>
  z.string().refine(value => !value.includes('\0'), 'must be a path');

/** A whole number within bounds, both included. */
export const integer = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d+$/, 'must be a whole number')
    .transform(Number)
    .refine(
      value => value >= min && value <= max,
      `must be between ${min} and ${max}`,
    );

/** A number within bounds, both included. */
export const decimal = (min: number, max: number) =>
  z
    .string()
    .regex(/^-?\d+(\.\d+)?$/, 'must be a number')
    .transform(Number)
    .refine(
      value => value >= min && value <= max,
      `must be between ${min} and ${max}`,
    );

/** A number of the unit's power of 1024: `64Mi`, `1Gi`, or plain bytes. */
export const bytes = (min: number, max: number) =>
  z
    .string()
    .regex(/^\d+(Ki|Mi|Gi|Ti)?$/, 'must be bytes, such as 64Mi or 1Gi')
    .transform(parseBytes)
    .refine(
      value => value >= min && value <= max,
      `must be between ${min} and ${max} bytes`,
    );

/** `true` or `false`. */
export const flag = () =>
  z
    .string()
    .regex(/^(true|false)$/i, 'must be true or false')
    .transform(value => value.toLowerCase() === 'true');

/** One of some words. */
export const choice = <const T extends string>(words: readonly T[]) =>
  z
    .string()
    .transform(value => value.toLowerCase())
    .refine(
      value => (words as readonly string[]).includes(value),
      `must be one of ${words.join(', ')}`,
    )
    .transform(value => value as T);

/** Entries separated by commas, at least one. */
export const list = () =>
  z
    .string()
    .transform(value => splitList(value))
    .refine(entries => entries.length > 0, 'must name at least one');

/** `host:port` entries separated by commas. */
export const addresses = () =>
  list().refine(
    entries => entries.every(isAddress),
    'must be host:port, several separated by commas',
  );

/** An http or https address. */
export const url = () =>
  z
    .string()
    .refine(
      isHttpUrl,
      'must be an address that starts with http:// or https://',
    );

/** A regular expression; the empty text matches nothing. */
export const pattern = () =>
  z.string().transform((value, context) => {
    try {
      return value === '' ? /(?!)/ : new RegExp(value);
    } catch {
      context.addIssue('must be a regular expression');
      return z.NEVER;
    }
  });

function splitList(value: string): string[] {
  return value
    .split(',')
    .map(entry => entry.trim())
    .filter(entry => entry !== '');
}

function isAddress(entry: string): boolean {
  const match = /^(\[[0-9a-fA-F:.]+\]|[^\s:/,]+):(\d{1,5})$/.exec(entry);
  return match !== null && Number(match[2]) > 0 && Number(match[2]) < 65536;
}

function isHttpUrl(value: string): boolean {
  return (
    URL.canParse(value) && ['http:', 'https:'].includes(new URL(value).protocol)
  );
}

const POWERS: Record<string, number> = { Ki: 1, Mi: 2, Gi: 3, Ti: 4 };

function parseBytes(value: string): number {
  const [, digits, unit] = /^(\d+)(\D*)$/.exec(value) ?? [];
  return Number(digits) * 1024 ** (POWERS[unit] ?? 0);
}
