import { Agent, request } from 'undici';
import { Attempt } from './attempt';
import { DatabaseAddresses } from './addresses';

const METRICS_TIMEOUT_MS = 3_000;
const CONNECT_TIMEOUT_MS = 5_000;
// An answer is empty or one sentence: more of it is not read.
const MAX_ANSWER_BYTES = 4_096;

/** How connections to the database are secured. */
export interface DatabaseTls {
  readonly ca?: string;
  readonly cert?: string;
  readonly key?: string;
}

/** What changes when secrets rotate. */
export interface DatabaseSecrets {
  /** The value of the header `authorization`, if there is to be one. */
  readonly authorization?: string;
  readonly tls?: DatabaseTls;
}

/** Talks HTTP to VictoriaMetrics. Answers are values here: nothing throws but an abort. */
export class DatabaseClient {
  readonly #addresses: DatabaseAddresses;
  readonly #secrets: () => DatabaseSecrets;
  #agent: { readonly tls: string; readonly dispatcher: Agent } | undefined;

  /** @param secrets - asked before each request, so that rotated ones are used */
  constructor(addresses: DatabaseAddresses, secrets: () => DatabaseSecrets) {
    this.#addresses = addresses;
    this.#secrets = secrets;
  }

  /** Sends import lines; gives the connection up when the time is over. */
  async import(
    lines: Buffer | string,
    timeoutMs: number,
    signal: AbortSignal,
  ): Promise<Attempt> {
    return this.#attempt(timeoutMs, signal, async limit => {
      const { statusCode, headers, body } = await request(
        this.#addresses.importUrl,
        {
          method: 'POST',
          body: lines,
          dispatcher: this.#dispatcher(),
          headers: { 'content-type': 'application/json', ...this.#headers() },
          signal: limit,
          headersTimeout: 0,
          bodyTimeout: 0,
        },
      );
      return {
        kind: 'answered',
        status: statusCode,
        body: await readStart(body),
        retryAfterMs: parseRetryAfter(headers['retry-after']),
      };
    });
  }

  /** The pages of metrics of every process that keeps samples, or the first thing that went wrong. */
  async metrics(
    signal: AbortSignal,
  ): Promise<{ readonly pages: string[] } | { readonly failure: Attempt }> {
    const pages: string[] = [];
    for (const url of this.#addresses.metricsUrls) {
      let page = '';
      const attempt = await this.#attempt(
        METRICS_TIMEOUT_MS,
        signal,
        async limit => {
          const { statusCode, body } = await request(url, {
            dispatcher: this.#dispatcher(),
            headers: this.#headers(),
            signal: limit,
          });
          page = await body.text();
          return { kind: 'answered', status: statusCode, body: page };
        },
      );
      if (attempt.kind !== 'answered' || attempt.status !== 200) {
        return { failure: attempt };
      }
      pages.push(page);
    }
    return { pages };
  }

  async close(): Promise<void> {
    await this.#agent?.dispatcher.destroy();
  }

  async #attempt(
    timeoutMs: number,
    signal: AbortSignal,
    send: (limit: AbortSignal) => Promise<Attempt>,
  ): Promise<Attempt> {
    // Not AbortSignal.any: Node may collect a source of it, which then never fires (nodejs/node#57736, #65995).
    const limit = new AbortController();
    const end = () => limit.abort();
    const timer = setTimeout(end, timeoutMs);
    signal.addEventListener('abort', end, { once: true });
    try {
      signal.throwIfAborted();
      return await send(limit.signal);
    } catch (error) {
      signal.throwIfAborted();
      if (limit.signal.aborted) {
        return { kind: 'timeout', afterMs: timeoutMs };
      }
      const { code, message, cause } = error as Error & {
        code?: string;
        cause?: { code?: string; message?: string };
      };
      return {
        kind: 'failed',
        code: cause?.code ?? code ?? '',
        message: message || cause?.message || String(code ?? error),
      };
    } finally {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
    }
  }

  #headers(): Record<string, string> {
    const { authorization } = this.#secrets();
    return authorization ? { authorization } : {};
  }

  #dispatcher(): Agent {
    const { tls = {} } = this.#secrets();
    const key = JSON.stringify(tls);
    if (this.#agent?.tls !== key) {
      // What is under way on the old connections finishes there.
      void this.#agent?.dispatcher.close();
      this.#agent = {
        tls: key,
        dispatcher: new Agent({
          connect: { ...tls, timeout: CONNECT_TIMEOUT_MS },
          keepAliveTimeout: 30_000,
        }),
      };
    }
    return this.#agent.dispatcher;
  }
}

async function readStart(body: AsyncIterable<Buffer>): Promise<string> {
  let text = '';
  for await (const part of body) {
    if (text.length < MAX_ANSWER_BYTES) text += part.toString();
  }
  return text.slice(0, MAX_ANSWER_BYTES);
}

function parseRetryAfter(
  header: string | string[] | undefined,
): number | undefined {
  const seconds = Number(header);
  return header && seconds >= 0 ? seconds * 1000 : undefined;
}
