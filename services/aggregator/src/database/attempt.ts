/** How one attempt to import ended, as the network or the database tells it. */
export type Attempt =
  | {
      readonly kind: 'answered';
      readonly status: number;
      readonly body: string;
      readonly retryAfterMs?: number;
    }
  | { readonly kind: 'timeout'; readonly afterMs: number }
  | {
      readonly kind: 'failed';
      readonly code: string;
      readonly message: string;
    };

/** What an attempt means for the batch. */
export type Verdict =
  | 'accepted'
  | 'retry'
  | 'unauthorised'
  | 'misdirected'
  | 'refused'
  | 'too-large';

/**
 * Sorts answers into what to do next.
 *
 * Only 2xx is acceptance. A 400 is about the content and is narrowed down to
 * the record; 413 is about its size. A refused credential or a wrong address
 * is about us: it blocks and is tried again, since skipping would lose data.
 */
export function judge(attempt: Attempt): Verdict {
  if (attempt.kind !== 'answered') {
    return 'retry';
  }
  const { status } = attempt;
  if (status >= 200 && status < 300) {
    return 'accepted';
  }
  if (status === 401 || status === 403 || status === 407) {
    return 'unauthorised';
  }
  if (status === 400 || status === 422) {
    return 'refused';
  }
  if (status === 413) {
    return 'too-large';
  }
  if (status >= 500 || status === 408 || status === 425 || status === 429) {
    return 'retry';
  }
  return 'misdirected';
}

/** One line about an attempt, for logs and for `/ready`. */
export function describeAttempt(attempt: Attempt): string {
  switch (attempt.kind) {
    case 'answered': {
      const body = attempt.body.trim().replace(/\s+/g, ' ').slice(0, 200);
      return body
        ? `HTTP ${attempt.status}: ${body}`
        : `HTTP ${attempt.status}`;
    }
    case 'timeout':
      return `no answer within ${Math.round(attempt.afterMs / 1000)} s`;
    default:
      return attempt.code && !attempt.message.includes(attempt.code)
        ? `${attempt.code}: ${attempt.message}`
        : attempt.message;
  }
}
