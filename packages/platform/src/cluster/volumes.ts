import { OUR_CLAIMS, SPECIFIED_CLAIMS } from '../contract/claims';

/**
 * A volume for each claim, for a cluster that makes none by itself: named for its claim, of just its size.
 *
 * @param moved - namespaces of claims that an overlay has put elsewhere, by their names
 */
export function volumesForClaims(
  namespace: string,
  moved: Record<string, string> = {},
) {
  const claims = Object.entries({ ...SPECIFIED_CLAIMS, ...OUR_CLAIMS });
  const items = claims.map(([name, storage]) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolume',
    metadata: { name },
    spec: {
      capacity: { storage },
      accessModes: ['ReadWriteOnce'],
      persistentVolumeReclaimPolicy: 'Delete',
      claimRef: { name, namespace: moved[name] ?? namespace },
      hostPath: { path: `/var/lib/${name}` },
    },
  }));
  return { apiVersion: 'v1', kind: 'List', items };
}
