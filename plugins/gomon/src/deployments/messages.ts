/** What the Argo CD card itself says. */
export const deploymentMessages = {
  card: 'Deployment',
  synced: '{{name}} is synced to {{revision}}',
  outOfSync: '{{name}} is out of sync: {{deployed}} runs, {{wanted}} is wanted',
  nothingDeployed: 'nothing',
  syncUnknown: 'Argo CD does not know whether {{name}} is synced',
  noRevision: 'no revision',
  revision: '{{revision}} ({{target}})',
  fine: '{{sync}}, {{health}}.',
  amiss: '{{sync}}; it is {{health}}.',
  health: {
    healthy: 'healthy',
    progressing: 'rolling out',
    suspended: 'suspended',
    degraded: 'degraded',
    missing: 'missing in the cluster',
    unknown: 'of unknown health',
  },
  differs_one: '{{count}} resource differs: {{names}}',
  differs_other: '{{count}} resources differ: {{names}}',
  differsMore_one: '{{count}} resource differs, among them {{names}}',
  differsMore_other: '{{count}} resources differ, among them {{names}}',
  problem: 'Argo CD says: {{words}}',
  history: 'Deployments of {{name}}',
  noHistory: 'Nothing has been deployed yet.',
  by: 'by {{user}}',
  wentBad: '{{status}} {{span}} after it',
  open: 'Open {{name}} in Argo CD',
  pending: 'gomon has not asked Argo CD yet.',
  pendingHint: 'It does so within a minute of its start.',
  notSetUp: 'Nobody told this portal where Argo CD is.',
  notSetUpHint:
    "Add it to app-config.yaml, with a token that may read applications. Or let the Kubernetes plugin read Argo CD's cluster: an Application with the label backstage.io/kubernetes-id of the catalog's Argo CD entity is found there.",
  unauthorised: 'Argo CD refuses the credential of this portal.',
  unauthorisedHint:
    'Give its account the right to read {{asked}}, or renew its token. ({{reason}})',
  unreachable: 'Argo CD does not answer.',
  unreachableHint:
    'What runs goes on running; nothing new is deployed. It is being asked again and again. ({{reason}})',
  notFound: 'Argo CD has no application {{asked}}.',
  notFoundHint:
    "Compare the annotations argocd/app-name and argocd/instance-name of this entity with the names in Argo CD's list.",
} as const;
