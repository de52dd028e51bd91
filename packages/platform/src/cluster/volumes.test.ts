import { volumesForClaims } from './volumes';

describe('volumesForClaims', () => {
  it('makes a volume of the right size for each claim, where the claim is', () => {
    const { items } = volumesForClaims('monitoring', {
      'logstash-queue': 'elsewhere',
    });
    const byName = (name: string) =>
      items.find(({ metadata }) => metadata.name === name)!.spec;
    expect(byName('victoria-metrics-data')).toMatchObject({
      capacity: { storage: '20Gi' },
      claimRef: { name: 'victoria-metrics-data', namespace: 'monitoring' },
    });
    expect(byName('logstash-queue').claimRef.namespace).toBe('elsewhere');
    expect(items).toHaveLength(10);
  });
});
