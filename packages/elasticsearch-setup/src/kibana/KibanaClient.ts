import { randomUUID } from 'node:crypto';
import { request as http } from 'node:http';
import { request as https } from 'node:https';
import { SavedObject } from './objects/savedObject';

/** Where Kibana is, and as whom it is asked. */
export interface KibanaConnection {
  url: string;
  /** Value of the header `authorization`. */
  authorization?: string;
  /** The authority of an https address, as PEM. */
  ca?: Buffer;
  timeoutMs?: number;
}

/** A saved object as Kibana gives it back. */
export interface KeptObject {
  type: string;
  id: string;
  attributes?: Record<string, unknown>;
  references?: Array<{ type: string; id: string; name: string }>;
  error?: { statusCode: number; message?: string };
}

/** Why an object was not taken. */
export interface ImportError {
  type: string;
  id: string;
  error: { type: string; references?: Array<{ type: string; id: string }> };
}

/** Kibana answered, and not as it was to. */
export class KibanaAnswerError extends Error {
  constructor(readonly status: number, reason: string) {
    super(reason);
  }
}

/** Speaks to Kibana 8 by the calls of its reference: status, data views, saved objects. */
export class KibanaClient {
  constructor(private readonly connection: KibanaConnection) {}

  /** The version of the server ("Get Kibana's current status"); 503 while it is not available. */
  async version(): Promise<string> {
    const { version } = await this.#call('GET', '/api/status');
    if (typeof version?.number !== 'string') {
      throw new KibanaAnswerError(
        200,
        'its status names no version: the credentials may not see it',
      );
    }
    return version.number;
  }

  /** All data views ("Get all data views"). */
  async dataViews(): Promise<Array<{ id: string; title: string }>> {
    const { data_view: views } = await this.#call('GET', '/api/data_views');
    return views;
  }

  /** Objects as they are ("Bulk get objects"); one that is not there carries an error 404. */
  async find(objects: readonly SavedObject[]): Promise<KeptObject[]> {
    const wanted = objects.map(({ id, type }) => ({ id, type }));
    const { saved_objects: found } = await this.#call(
      'POST',
      '/api/saved_objects/_bulk_get',
      'application/json',
      JSON.stringify(wanted),
    );
    return found;
  }

  /**
   * Puts objects in place of those of the same type and identifier ("Import saved objects").
   *
   * @returns those that were not taken, with the reason
   */
  async replace(objects: readonly SavedObject[]): Promise<ImportError[]> {
    const boundary = `gomon-${randomUUID()}`;
    const lines = objects.map(object => JSON.stringify(object)).join('\n');
    const body = [
      `--${boundary}`,
      'Content-Disposition: form-data; name="file"; filename="gomon.ndjson"',
      'Content-Type: application/ndjson',
      '',
      lines,
      `--${boundary}--`,
      '',
    ].join('\r\n');
    const { errors = [], success } = await this.#call(
      'POST',
      '/api/saved_objects/_import?overwrite=true',
      `multipart/form-data; boundary=${boundary}`,
      body,
    );
    if (!success && errors.length === 0) {
      throw new KibanaAnswerError(200, 'it took nothing and gave no reason');
    }
    return errors;
  }

  async #call(
    method: 'GET' | 'POST',
    path: string,
    contentType?: string,
    body?: string,
  ): Promise<any> {
    const { authorization, url } = this.connection;
    const { status, text } = await this.#send(
      `${url.replace(/\/+$/, '')}${path}`,
      {
        method,
        headers: {
          // Against forgery: Kibana refuses a change without it.
          'kbn-xsrf': 'gomon',
          ...(authorization && { authorization }),
          ...(contentType && { 'content-type': contentType }),
          ...(body !== undefined && {
            'content-length': Buffer.byteLength(body),
          }),
        },
        body,
      },
    );
    const answer = parse(text);
    if (status !== 200) {
      throw new KibanaAnswerError(
        status,
        String(answer?.message ?? text.slice(0, 200)),
      );
    }
    if (answer === undefined) {
      throw new KibanaAnswerError(status, 'what it answered is not JSON');
    }
    return answer;
  }

  #send(
    url: string,
    {
      body,
      headers,
      method,
    }: {
      method: string;
      headers: Record<string, string | number>;
      body?: string;
    },
  ): Promise<{ status: number; text: string }> {
    const { ca, timeoutMs = 30_000 } = this.connection;
    const send = url.startsWith('https:') ? https : http;
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(timeoutMs);
      const options = { method, headers, signal, ...(ca && { ca }) };
      const outgoing = send(url, options, async incoming => {
        try {
          const pieces: Buffer[] = [];
          for await (const piece of incoming) pieces.push(piece);
          const text = Buffer.concat(pieces).toString('utf8');
          resolve({ status: incoming.statusCode ?? 0, text });
        } catch (error) {
          reject(error);
        }
      });
      outgoing.once('error', reject);
      outgoing.end(body);
    });
  }
}

function parse(text: string): any {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
