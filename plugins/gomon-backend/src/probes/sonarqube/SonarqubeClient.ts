import { HttpTarget } from '../http/HttpTarget';
import { parseJson } from '../http/parseJson';
import { LookError } from '../LookError';
import { JudgedCondition } from './conditions';
import { SonarqubeInstance } from './instances';

/** SonarQube answers, and knows no such project. */
export class ProjectNotFound extends LookError {
  constructor() {
    super('unknown', 'it has no such project');
  }
}

/** What `api/system/status` answers. */
export interface SystemStatus {
  /** STARTING, UP, DOWN, RESTARTING, DB_MIGRATION_NEEDED or DB_MIGRATION_RUNNING. */
  status: string;
  version?: string;
}

/** What `api/system/health` answers. */
export interface SystemHealth {
  health: string;
  causes: string[];
}

/** What `api/qualitygates/project_status` answers. */
export interface GateStatus {
  /** OK, ERROR or NONE. */
  status: string;
  conditions: JudgedCondition[];
  ignoredConditions: boolean;
}

/** Asks one SonarQube by its Web API ("Web API" in the server's own pages, /web_api). */
export class SonarqubeClient {
  readonly #target: HttpTarget;

  constructor({ authType, token, url }: SonarqubeInstance, timeoutMs: number) {
    this.#target = new HttpTarget({
      url,
      timeoutMs,
      ...(authType === 'Basic'
        ? { username: token, password: '' }
        : { bearerToken: token }),
    });
  }

  async status(signal: AbortSignal): Promise<SystemStatus> {
    return this.#ask('system/status', signal, own => ({
      status: String(own.status),
      version: own.version && String(own.version),
    }));
  }

  /** @throws LookError where the token may not see it, too: that takes Administer System, which a portal need not have */
  async health(signal: AbortSignal): Promise<SystemHealth> {
    return this.#ask('system/health', signal, own => ({
      health: String(own.health),
      causes: (own.causes ?? []).map((cause: { message: string }) =>
        String(cause.message),
      ),
    }));
  }

  /**
   * When a project was analysed last, ISO 8601; undefined where it never was.
   *
   * @throws ProjectNotFound
   */
  async analysedAt(
    key: string,
    signal: AbortSignal,
  ): Promise<string | undefined> {
    return this.#ask(
      `components/show?component=${encodeURIComponent(key)}`,
      signal,
      ({ component: { analysisDate } }) =>
        analysisDate && new Date(analysisDate).toISOString(),
    );
  }

  async gate(key: string, signal: AbortSignal): Promise<string> {
    return this.#ask(
      `qualitygates/get_by_project?project=${encodeURIComponent(key)}`,
      signal,
      own => String(own.qualityGate.name),
    );
  }

  async gateStatus(key: string, signal: AbortSignal): Promise<GateStatus> {
    return this.#ask(
      `qualitygates/project_status?projectKey=${encodeURIComponent(key)}`,
      signal,
      ({ projectStatus: own }) => ({
        status: String(own.status),
        conditions: own.conditions ?? [],
        ignoredConditions: own.ignoredConditions === true,
      }),
    );
  }

  /** Figures by metric, those of new code included. What has no figure is left out. */
  async measures(
    key: string,
    metrics: readonly string[],
    signal: AbortSignal,
  ): Promise<Map<string, number>> {
    const query = new URLSearchParams({
      component: key,
      metricKeys: metrics.join(','),
    });
    return this.#ask(
      `measures/component?${query}`,
      signal,
      ({ component }) =>
        new Map(
          component.measures.flatMap((own: any) => {
            const value = Number(own.period?.value ?? own.value);
            return Number.isFinite(value) ? [[own.metric, value]] : [];
          }),
        ),
    );
  }

  /** Figures of the newest analyses, oldest first. */
  async history(
    key: string,
    metrics: readonly string[],
    from: Date,
    signal: AbortSignal,
  ): Promise<Map<string, { at: string; value: number }[]>> {
    const query = new URLSearchParams({
      component: key,
      metrics: metrics.join(','),
      from: from.toISOString().slice(0, 10),
      ps: '1000',
    });
    return this.#ask(
      `measures/search_history?${query}`,
      signal,
      ({ measures }) =>
        new Map(
          measures.map((own: any) => [
            own.metric,
            own.history
              .filter(({ value }: any) => value !== undefined)
              .map(({ date, value }: any) => ({
                at: new Date(date).toISOString(),
                value: Number(value),
              })),
          ]),
        ),
    );
  }

  async #ask<T>(
    path: string,
    signal: AbortSignal,
    read: (answer: any) => T,
  ): Promise<T> {
    const { status, body } = await this.#target.get(`/api/${path}`, signal);
    if (status === 404) throw new ProjectNotFound();
    if (status !== 200) {
      throw new LookError('down', `it answered HTTP ${status}`);
    }
    return parseJson(body, read);
  }
}
