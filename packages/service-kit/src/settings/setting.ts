import * as z from 'zod';
import { Secret } from './secret';

/** One environment variable that a service reads. */
export interface Setting<T = unknown> {
  /** Name of the variable. */
  readonly variable: string;
  /** Reads the variable's text. */
  readonly schema: z.ZodType<T, string>;
  /** What it does, in one or two sentences, for `--help` and the README. */
  readonly help: string;
  /** The text that counts when the variable is unset; without one the setting is required or optional. */
  readonly default?: string;
  readonly optional: boolean;
  /** A secret may also be given as the name of a file in `VARIABLE_FILE`. */
  readonly secret: boolean;
}

/** The settings of a service by the names that its code uses. */
export type Settings = Record<string, Setting>;

/** The values of settings. */
export type ValuesOf<S extends Settings> = {
  readonly [K in keyof S]: S[K] extends Setting<infer T> ? T : never;
};

/** A setting that must be given. */
export function required<T>(
  variable: string,
  schema: z.ZodType<T, string>,
  help: string,
): Setting<T> {
  return { variable, schema, help, optional: false, secret: false };
}

/** A setting with a default, written as it would be in the environment. */
export function withDefault<T>(
  variable: string,
  schema: z.ZodType<T, string>,
  fallback: string,
  help: string,
): Setting<T> {
  const base = { variable, schema, help, optional: false, secret: false };
  return { ...base, default: fallback };
}

/** A setting that may be left out. */
export function optional<T>(
  variable: string,
  schema: z.ZodType<T, string>,
  help: string,
): Setting<T | undefined> {
  return { variable, schema, help, optional: true, secret: false };
}

/** A credential that may be left out; also read from the file that `VARIABLE_FILE` names. */
export function secret(
  variable: string,
  help: string,
): Setting<Secret | undefined> {
  const schema = z.string().transform(text => Secret.of(text));
  return { variable, schema, help, optional: true, secret: true };
}
