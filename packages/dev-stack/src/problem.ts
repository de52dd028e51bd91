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
  return error instanceof Error ? error.message : String(error);
}
