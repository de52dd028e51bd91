/** The server answered, and not with what was asked for. */
export class SonarqubeError extends Error {
  constructor(
    /** HTTP status. */
    readonly status: number,
    /** What the server says is wrong. */
    readonly reason: string,
    path: string,
  ) {
    super(`${path}: HTTP ${status}, ${reason}`);
    this.name = 'SonarqubeError';
  }
}

/** Who asks: a token, or a user with its password. */
export type Credentials =
  | { token: string }
  | { user: string; password: string };

type Parameters = Record<string, string>;

/** Speaks SonarQube's Web API. Credentials travel in a header, never in an address. */
export class SonarqubeClient {
  readonly url: string;
  readonly #authorization: string;

  constructor(url: string, credentials: Credentials) {
    this.url = url.replace(/\/+$/, '');
    this.#authorization =
      'token' in credentials
        ? `Bearer ${credentials.token}`
        : `Basic ${Buffer.from(
            `${credentials.user}:${credentials.password}`,
          ).toString('base64')}`;
  }

  get<T>(path: string, parameters: Parameters = {}): Promise<T> {
    const query = new URLSearchParams(parameters).toString();
    return this.#ask(query ? `${path}?${query}` : path, { method: 'GET' });
  }

  /** Like {@link get}, but undefined where there is no such thing. */
  async find<T>(path: string, parameters: Parameters): Promise<T | undefined> {
    try {
      return await this.get<T>(path, parameters);
    } catch (error) {
      if (error instanceof SonarqubeError && error.status === 404) {
        return undefined;
      }
      throw error;
    }
  }

  /** A change by a form, as the first version of the Web API takes it. */
  post<T = unknown>(path: string, parameters: Parameters): Promise<T> {
    const body = new URLSearchParams(parameters);
    return this.#ask(path, { method: 'POST', body });
  }

  /** A change by a JSON document, as its second version takes it. */
  patch(path: string, document: object): Promise<unknown> {
    return this.#ask(path, {
      method: 'PATCH',
      body: JSON.stringify(document),
      headers: { 'content-type': 'application/merge-patch+json' },
    });
  }

  async #ask<T>(path: string, request: RequestInit): Promise<T> {
    const response = await fetch(`${this.url}/api/${path}`, {
      ...request,
      headers: { ...request.headers, authorization: this.#authorization },
      signal: AbortSignal.timeout(60_000),
    });
    const text = await response.text();
    if (!response.ok) {
      throw new SonarqubeError(response.status, reasonIn(text), path);
    }
    return (text ? JSON.parse(text) : undefined) as T;
  }
}

function reasonIn(text: string): string {
  try {
    const { errors, message } = JSON.parse(text) as {
      errors?: { msg: string }[];
      message?: string;
    };
    return errors?.map(({ msg }) => msg).join('; ') ?? message ?? 'no reason';
  } catch {
    return 'no reason given';
  }
}
