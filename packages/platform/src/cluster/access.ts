/** One question to the API server: may this account do that? */
export interface AccessQuestion {
  /** `namespace:account`. */
  account: string;
  verb: string;
  resource: string;
  namespace: string;
  may: boolean;
}

const portal = 'monitoring:portal';

const ask = (
  may: boolean,
  account: string,
  namespace: string,
  verb: string,
  ...resources: string[]
): AccessQuestion[] =>
  resources.map(resource => ({ account, verb, resource, namespace, may }));

/** What accounts need, and what they must be refused. */
export const ACCESS: AccessQuestion[] = [
  ...['monitoring', 'monitoring-agents', 'ingress-nginx', 'argocd'].flatMap(
    namespace => ask(true, portal, namespace, 'list', 'pods'),
  ),
  ...ask(
    true,
    portal,
    'monitoring',
    'list',
    'deployments.apps',
    'statefulsets.apps',
    'replicasets.apps',
    'services',
    'configmaps',
    'persistentvolumeclaims',
    'events',
    'jobs.batch',
    'ingresses.networking.k8s.io',
    'resourcequotas',
    'limitranges',
  ),
  ...ask(true, portal, 'monitoring', 'get', 'pods/log'),
  ...ask(true, portal, 'monitoring-agents', 'list', 'daemonsets.apps'),
  ...ask(true, portal, 'argocd', 'list', 'applications.argoproj.io'),
  ...ask(false, portal, 'monitoring', 'get', 'secrets'),
  ...ask(false, portal, 'monitoring', 'list', 'secrets'),
  ...ask(false, portal, 'argocd', 'list', 'secrets'),
  ...ask(false, portal, 'monitoring', 'create', 'pods/exec', 'pods'),
  ...ask(false, portal, 'monitoring', 'delete', 'pods', 'deployments.apps'),
  ...ask(false, portal, 'monitoring', 'patch', 'deployments.apps'),
  ...ask(false, portal, 'argocd', 'patch', 'applications.argoproj.io'),
  ...ask(false, portal, 'default', 'list', 'pods'),
  ...ask(false, portal, 'kube-system', 'list', 'pods', 'configmaps'),
  ...[
    'monitoring:aggregator',
    'monitoring:kafka',
    'monitoring:grafana',
  ].flatMap(account =>
    ask(false, account, 'monitoring', 'list', 'pods', 'secrets'),
  ),
  ...ask(
    false,
    'monitoring-agents:agent',
    'monitoring-agents',
    'list',
    'pods',
    'secrets',
  ),
];
