import { Status } from '@gomon/plugin-gomon-common';

type Answer = Extract<Status, 'down' | 'unknown' | 'unauthorised'>;

/** Codes of the operating system and of the HTTP client, and what they say about the system that was asked. */
const codes: Record<string, [Answer, string]> = {
  ECONNREFUSED: ['down', 'connection refused'],
  ECONNRESET: ['down', 'it closed the connection'],
  EPIPE: ['down', 'it closed the connection'],
  UND_ERR_SOCKET: ['down', 'it closed the connection'],
  ETIMEDOUT: ['down', 'no answer in time'],
  UND_ERR_CONNECT_TIMEOUT: ['down', 'no connection in time'],
  UND_ERR_HEADERS_TIMEOUT: ['down', 'no answer in time'],
  UND_ERR_BODY_TIMEOUT: ['down', 'its answer does not end'],
  ENOTFOUND: ['unknown', 'its name does not resolve'],
  EAI_AGAIN: ['unknown', 'its name does not resolve at the moment'],
  EHOSTUNREACH: ['unknown', 'there is no route to it'],
  ENETUNREACH: ['unknown', 'there is no route to it'],
  CERT_HAS_EXPIRED: ['unknown', 'its certificate has expired'],
  DEPTH_ZERO_SELF_SIGNED_CERT: [
    'unknown',
    'its certificate is self-signed and not trusted here',
  ],
  SELF_SIGNED_CERT_IN_CHAIN: ['unknown', 'its certificate is not trusted here'],
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: [
    'unknown',
    'its certificate is not trusted here',
  ],
  ERR_TLS_CERT_ALTNAME_INVALID: [
    'unknown',
    'its certificate is for another name',
  ],
};

/**
 * Why a system could not be asked, or what its refusal means. The message is for people and carries nothing that the system
 * or a client library said in its own words: such words may contain an address with a password.
 */
export class LookError extends Error {
  constructor(readonly status: Answer, readonly reason: string) {
    super(reason);
    this.name = 'LookError';
  }

  static refused(httpStatus: number): LookError {
    return new LookError(
      'unauthorised',
      `it refuses gomon's credential (HTTP ${httpStatus})`,
    );
  }

  static from(error: unknown): LookError {
    for (const current of causesOf(error)) {
      if (current instanceof LookError) return current;
      if (current.name === 'TimeoutError' || current.name === 'AbortError') {
        return new LookError('down', 'no answer in time');
      }
      const known = codes[current.code ?? ''];
      if (known) return new LookError(...known);
    }
    return new LookError('unknown', 'it could not be asked');
  }
}

/** An error and what caused it, outermost first. Errors of another realm are no instances of Error here. */
export function causesOf(error: unknown): NodeJS.ErrnoException[] {
  const causes: NodeJS.ErrnoException[] = [];
  let current = error;
  while (
    typeof current === 'object' &&
    current !== null &&
    causes.length < 10
  ) {
    causes.push(current as NodeJS.ErrnoException);
    current = (current as Error).cause;
  }
  return causes;
}
