import { timeLimit } from '../../engine/timeLimit';
import { LookError } from '../LookError';
import { readBounded } from './readBounded';

/** Where a system answers, and with what credential. */
export interface HttpTargetOptions {
  url: string;
  bearerToken?: string;
  username?: string;
  password?: string;
  /** An Elastic API key in its encoded form. */
  apiKey?: string;
  maxBytes?: number;
  /** Below the time limit of a look, so that silence is the system's and not the probe's failure. */
  timeoutMs: number;
}

/** What a system answered. */
export interface HttpAnswer {
  status: number;
  body: string;
  durationMs: number;
}

/** Asks one system over HTTP, and reads no more of the answer than is sane. */
export class HttpTarget {
  readonly url: string;
  readonly #headers: Record<string, string>;
  readonly #maxBytes: number;
  readonly #timeoutMs: number;

  constructor(options: HttpTargetOptions) {
    this.url = options.url.replace(/\/+$/, '');
    this.#headers = authorization(options);
    this.#timeoutMs = options.timeoutMs;
    this.#maxBytes = options.maxBytes ?? 8 * 1024 ** 2;
  }

  /** @throws LookError when there is no answer, or it is refused (401, 403), too large or cut off. */
  get(path: string, signal: AbortSignal): Promise<HttpAnswer> {
    return this.#ask(path, signal);
  }

  /** Like {@link get}, for questions that are asked as a JSON document. */
  post(
    path: string,
    question: unknown,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    return this.#ask(path, signal, JSON.stringify(question));
  }

  async #ask(
    path: string,
    signal: AbortSignal,
    body?: string,
  ): Promise<HttpAnswer> {
    const startedAt = performance.now();
    try {
      const response = await fetch(`${this.url}${path}`, {
        headers: {
          ...this.#headers,
          ...(body !== undefined && { 'content-type': 'application/json' }),
        },
        method: body === undefined ? 'GET' : 'POST',
        body,
        redirect: 'error',
        signal: timeLimit(this.#timeoutMs, signal),
      });
      const answer = await readBounded(response, this.#maxBytes);
      const { status } = response;
      if (status === 401 || status === 403) throw LookError.refused(status);
      return {
        status,
        body: answer,
        durationMs: performance.now() - startedAt,
      };
    } catch (error) {
      throw LookError.from(error);
    }
  }

  /** Like {@link get}, for calls where only a 2xx is an answer. */
  async getText(path: string, signal: AbortSignal): Promise<string> {
    const { status, body } = await this.get(path, signal);
    if (status < 200 || status > 299) {
      throw new LookError('down', `it answered HTTP ${status}`);
    }
    return body;
  }
}

function authorization(options: HttpTargetOptions): Record<string, string> {
  const { apiKey, bearerToken, username, password = '' } = options;
  if (apiKey) return { authorization: `ApiKey ${apiKey}` };
  if (bearerToken) return { authorization: `Bearer ${bearerToken}` };
  if (!username) return {};
  const pair = Buffer.from(`${username}:${password}`).toString('base64');
  return { authorization: `Basic ${pair}` };
}
