/** How the Application is. */
export type ApplicationState = 'synced' | 'out-of-sync';

const DEPLOYED = '0a1b2c3'.padEnd(40, '0');
const WANTED = '1f2e3d4'.padEnd(40, '0');
const DEPLOYED_AT = '2026-01-01T10:00:00Z';

const GRAFANA = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  name: 'grafana',
  namespace: 'monitoring',
};

/** Words of sync and health, and the revision that is wanted, by state. */
const WORDS = {
  synced: ['Synced', 'Healthy', DEPLOYED],
  'out-of-sync': ['OutOfSync', 'Degraded', WANTED],
} as const;

/** Arguments of kubectl that write the Application's status as Argo CD's controller would: no cluster of ours has one. */
export function patchApplication(state: ApplicationState): string[] {
  const [sync, health, revision] = WORDS[state];
  const source = { repoURL: 'https://github.com/0xAxPx/gomon' };
  const status = {
    sync: {
      status: sync,
      revision,
      comparedTo: { source, destination: {} },
    },
    health: { status: health },
    resources: [{ ...GRAFANA, status: sync, health: { status: health } }],
    history: [
      {
        id: 1,
        revision: DEPLOYED,
        source,
        deployStartedAt: DEPLOYED_AT,
        deployedAt: DEPLOYED_AT,
      },
    ],
  };
  return [
    ...['--namespace', 'argocd', 'patch', 'application', 'gomon'],
    ...['--type', 'merge', '--patch', JSON.stringify({ status })],
  ];
}
