/**
 * Something that stops the stack from doing what it was asked, told in one
 * sentence: the thing, the reason, and what to do. It is meant to be read by
 * the person at the terminal, so it is printed without a stack trace.
 */
export class Problem extends Error {
  constructor(sentence: string, options?: ErrorOptions) {
    super(sentence, options);
    this.name = 'Problem';
  }
}

/** The text of whatever was thrown: a problem's sentence, or an error's message. */
export function sentenceOf(error: unknown): string {
  // By shape, not by class: errors of Node itself are of another realm in jest.
  const message = (error as { message?: unknown } | undefined)?.message;
  return typeof message === 'string' ? message : String(error);
}
