import { CheckReport } from '@gomon/plugin-gomon-node';
import { HttpTarget } from '../http/HttpTarget';
import { parseJson } from '../http/parseJson';
import { lookFailed } from '../lookFailed';

/** `/api/health` ("Health API" of its HTTP API): 503 when its own database does not answer. */
export async function healthCheck(
  title: string,
  target: HttpTarget,
  signal: AbortSignal,
): Promise<CheckReport> {
  const common = { id: 'grafana.health', title: 'Health' };
  const meaning =
    'Samples are still collected and stored; only this view of them is missing, and alerts that Grafana evaluates.';
  try {
    const { body } = await target.get('/api/health', signal);
    const { database, version } = parseJson(body, answer => ({
      database: String(answer.database),
      version: answer.version && String(answer.version),
    }));
    return database === 'ok'
      ? {
          ...common,
          status: 'ok',
          sentence: `${title}${version ? ` ${version}` : ''} answers.`,
        }
      : {
          ...common,
          status: 'down',
          failure: 'own',
          sentence: `${title} answers, but its own database does not.`,
          meaning,
        };
  } catch (error) {
    return { ...lookFailed(common.id, common.title, title, error), meaning };
  }
}
