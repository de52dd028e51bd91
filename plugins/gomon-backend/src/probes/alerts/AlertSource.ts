import { HttpTarget } from '../http/HttpTarget';
import { parseJson } from '../http/parseJson';
import { LookError } from '../LookError';

/** An alert that fires. */
export interface FiringAlert {
  name: string;
  labels: Record<string, string>;
  /** What was seen, in words; its name where it says nothing. */
  summary: string;
  description?: string;
  /** The page that says what to do. */
  runbookUrl?: string;
  /** ISO 8601. */
  activeAt?: string;
}

/** Where a system that evaluates alert rules answers. */
export interface AlertInstance {
  name: string;
  environment?: string;
  url: string;
  bearerToken?: string;
  username?: string;
  password?: string;
}

/** Systems that tell what fires in the format of Prometheus' `/api/v1/alerts`. */
const PATHS = {
  // "Alertstates" of Grafana's HTTP API.
  grafana: '/api/prometheus/grafana/api/v1/alerts',
  vmalert: '/api/v1/alerts',
};

/** So many alerts are read at most. */
const MOST = 10_000;

/** One system that evaluates alert rules. */
export class AlertSource {
  readonly #target: HttpTarget;

  constructor(
    readonly kind: keyof typeof PATHS,
    readonly instance: AlertInstance,
    timeoutMs: number,
  ) {
    this.#target = new HttpTarget({ ...instance, timeoutMs });
  }

  /** What fires now. @throws LookError when it does not answer, or refuses to. */
  async firing(signal: AbortSignal): Promise<FiringAlert[]> {
    const body = await this.#target.getText(PATHS[this.kind], signal);
    return parseJson(body, answer => {
      if (answer.status !== 'success') {
        throw new LookError('unknown', 'it could not tell its alerts');
      }
      return (answer.data.alerts as any[])
        .slice(0, MOST)
        .filter(({ state }) => isFiring(state))
        .map(toAlert);
    });
  }
}

/** `firing` of Prometheus and vmalert; `Alerting`, also with a reason in brackets, of Grafana. */
function isFiring(state: unknown): boolean {
  return /^(firing|alerting)\b/i.test(String(state));
}

function toAlert({ activeAt, annotations, labels, name }: any): FiringAlert {
  const words = texts(annotations);
  const own = texts(labels);
  const alertname = own.alertname ?? String(name ?? 'An alert');
  return {
    name: alertname,
    labels: own,
    summary: words.summary ?? alertname,
    description: words.description,
    runbookUrl: webAddress(words.runbook_url),
    activeAt: typeof activeAt === 'string' ? activeAt : undefined,
  };
}

function texts(from: unknown): Record<string, string> {
  return Object.fromEntries(
    Object.entries(from ?? {}).map(([key, value]) => [
      key,
      String(value).slice(0, 500),
    ]),
  );
}

/** What is no web address becomes no link. */
function webAddress(url: string | undefined): string | undefined {
  return url && /^https?:\/\//.test(url) ? url : undefined;
}
