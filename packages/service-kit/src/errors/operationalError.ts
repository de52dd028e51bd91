/** One row of a table of errors. */
export interface ErrorEntry {
  /** Whether the same attempt may succeed later without anyone's help. */
  readonly retriable: boolean;
  /** What the operator is to do. */
  readonly advice: string;
}

/**
 * An error that an operator can act on: a stable code, whether waiting helps, and what to do.
 * Each service declares its codes in one table and documents that table in its README.
 */
export class OperationalError extends Error {
  readonly name: string = 'OperationalError';

  constructor(
    readonly code: string,
    message: string,
    readonly retriable: boolean,
    readonly advice: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}

/** Makes errors of a table; the codes are the table's keys. */
export function errorsOf<Code extends string>(table: Record<Code, ErrorEntry>) {
  return (code: Code, message: string, cause?: unknown): OperationalError => {
    const { retriable, advice } = table[code];
    return new OperationalError(code, message, retriable, advice, { cause });
  };
}

/** A table of errors for a README, in Markdown. */
export function errorTable(table: Record<string, ErrorEntry>): string {
  const rows = Object.entries(table).map(
    ([code, { retriable, advice }]) =>
      `| \`${code}\` | ${retriable ? 'yes' : 'no'} | ${advice} |`,
  );
  return ['| code | retried | what to do |', '|---|---|---|', ...rows].join(
    '\n',
  );
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === '') {
    return error.errors.map(messageOf).join(', ');
  }
  const message = (error as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' ? message : String(error);
}
