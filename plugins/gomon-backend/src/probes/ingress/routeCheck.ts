import { CheckReport } from '@gomon/plugin-gomon-node';
import { LookError } from '../LookError';

/** One host, and the component behind it where the configuration says so. */
export interface Route {
  host: string;
  entityRef?: string;
}

/** Answers of nginx when the service behind it does not answer. */
const BEHIND = [502, 503, 504];

/** What a route's answer says: about the ingress, or about what is behind it. */
export function routeCheck(
  { host, entityRef }: Route,
  answer: number | LookError,
): CheckReport {
  const common = { id: `ingress.${host}`, title: host };
  if (answer instanceof LookError) {
    return {
      ...common,
      status: answer.status,
      failure: 'own',
      hindersFlow: false,
      sentence: `${host} does not answer: ${answer.reason}.`,
    };
  }
  if (BEHIND.includes(answer)) {
    return {
      ...common,
      status: 'degraded',
      failure: 'starved',
      explainedBy: entityRef,
      hindersFlow: false,
      sentence: `${host} answers HTTP ${answer}: what is behind it does not answer.`,
    };
  }
  if (answer === 404) {
    return {
      ...common,
      status: 'degraded',
      failure: 'own',
      hindersFlow: false,
      sentence: `${host} answers HTTP 404: no route leads on from there.`,
      action: {
        text: 'See which hosts have a route.',
        command: 'kubectl get ingress --all-namespaces',
      },
    };
  }
  return {
    ...common,
    // A page that asks for a login is an answer.
    status: answer < 500 ? 'ok' : 'degraded',
    failure: answer < 500 ? undefined : 'own',
    hindersFlow: answer < 500 ? undefined : false,
    sentence: `${host} answers${
      answer === 401 ? ' and asks for a login' : ''
    } (HTTP ${answer}).`,
  };
}
