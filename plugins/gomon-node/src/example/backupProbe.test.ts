import { LoggerService } from '@backstage/backend-plugin-api';
import { Component } from '../component';
import { backupProbe } from './backupProbe';

const component = (name: string): Component => ({
  entityRef: `resource:default/${name}`,
  title: name,
  stage: 'database',
  environment: 'default',
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: { name },
  },
});

async function look(backups: Record<string, string>) {
  const components = [component('orders'), component('users')];
  const asked = jest.fn(
    async () =>
      new Map(Object.entries(backups).map(([ref, at]) => [ref, new Date(at)])),
  );
  const { components: reports } = await backupProbe(asked).look({
    components,
    topology: { components, flows: [], dependencies: [] },
    now: new Date('2025-01-02T12:00:00Z'),
    signal: new AbortController().signal,
    logger: {} as LoggerService,
  });
  const statuses = reports.map(({ checks }) => checks![0].status);
  return {
    asked,
    statuses,
    sentences: reports.map(r => r.checks![0].sentence),
  };
}

describe('the example probe', () => {
  it('asks once for all components', async () => {
    const { asked } = await look({});
    expect(asked).toHaveBeenCalledTimes(1);
  });

  it('holds every backup against the limit', async () => {
    const { statuses, sentences } = await look({
      'resource:default/orders': '2025-01-02T02:00:00Z',
      'resource:default/users': '2025-01-01T02:00:00Z',
    });
    expect(statuses).toEqual(['ok', 'degraded']);
    expect(sentences[0]).toBe('The newest backup of orders is 10 h old.');
  });

  it('does not call a backup that it never saw ok', async () => {
    const { statuses } = await look({});
    expect(statuses).toEqual(['unknown', 'unknown']);
  });
});
