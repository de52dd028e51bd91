import type { KubernetesObject } from '../manifests/object';
import { quantity } from '../manifests/quantity';
import { OUR_CLAIMS, SPECIFIED_CLAIMS } from './claims';
import { find, ofKind } from './platform';

const sizeOf = ({ spec }: KubernetesObject): string =>
  spec.resources.requests.storage;

const claims: Record<string, string> = Object.fromEntries([
  ...ofKind('PersistentVolumeClaim').map(claim => [
    claim.metadata.name,
    sizeOf(claim),
  ]),
  ...ofKind('StatefulSet').flatMap(({ metadata, spec }) =>
    spec.volumeClaimTemplates.flatMap((claim: KubernetesObject) =>
      Array.from({ length: spec.replicas }, (_, ordinal) => [
        `${claim.metadata.name}-${metadata.name}-${ordinal}`,
        sizeOf(claim),
      ]),
    ),
  ),
]);

const total = (names: string[]) =>
  names.map(name => quantity(claims[name])).reduce((sum, own) => sum + own);

describe('claims', () => {
  it("are the specification's and ours", () => {
    expect(claims).toEqual({ ...SPECIFIED_CLAIMS, ...OUR_CLAIMS });
  });

  it("of the specification's workloads add up to 69Gi", () => {
    expect(total(Object.keys(SPECIFIED_CLAIMS))).toBe(quantity('69Gi'));
  });

  it('fit the quota together', () => {
    const { hard } = find('ResourceQuota', 'monitoring').spec;
    expect(quantity(hard['requests.storage'])).toBeGreaterThanOrEqual(
      total(Object.keys(claims)),
    );
    expect(Number(hard.persistentvolumeclaims)).toBeGreaterThanOrEqual(
      Object.keys(claims).length,
    );
  });
});
