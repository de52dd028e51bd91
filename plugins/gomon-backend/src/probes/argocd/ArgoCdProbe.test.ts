import { mockServices } from '@backstage/backend-test-utils';
import { toTopology } from '../../catalog/toTopology';
import { entity, silentLogger } from '../../testing/fixtures';
import { checkIn, serveVendor, VendorFake } from '../../testing/vendorFake';
import { Application } from './application';
import { ApplicationObjectReader, ArgoCdApiReader } from './ApplicationReader';
import { ArgoCdProbe } from './ArgoCdProbe';
import { readArgoCdInstances } from './instances';

const now = new Date('2026-01-01T12:00:00Z');
const topology = toTopology(
  [
    entity('argocd', 'gitops', { annotations: { 'argocd/app-name': 'gomon' } }),
    entity('kafka', 'broker', {
      annotations: {
        'backstage.io/kubernetes-id': 'kafka',
        'backstage.io/kubernetes-namespace': 'monitoring',
      },
    }),
  ],
  'default',
);

/** After "Application" in Argo CD's API reference. */
const application = (status: Application['status'] = {}): Application => ({
  metadata: { name: 'gomon', namespace: 'argocd' },
  spec: { source: { targetRevision: 'main' } },
  status: {
    sync: { status: 'Synced', revision: 'abc1234'.padEnd(40, '0') },
    health: { status: 'Healthy' },
    operationState: { phase: 'Succeeded' },
    history: [{ deployedAt: '2026-01-01T09:00:00Z' }],
    ...status,
  },
});

const lookWith = (probe: ArgoCdProbe) =>
  probe.look({
    components: topology.components.filter(({ stage }) => stage === 'gitops'),
    topology,
    now,
    signal: AbortSignal.timeout(5_000),
    logger: silentLogger,
  });

describe('the probe of Argo CD', () => {
  let server: VendorFake;
  const path = '/api/v1/applications/gomon';
  const probe = (own: object = { token: 'token' }) =>
    new ArgoCdProbe([
      new ArgoCdApiReader([{ name: 'argocd', url: server.url, ...own }], 2_000),
    ]);
  const look = async (body: Application, id: string) => {
    server.answers = { [path]: { body } };
    return checkIn(await lookWith(probe()), `argocd.${id}`);
  };

  beforeEach(async () => {
    server = await serveVendor({ [path]: { body: application() } });
  });
  afterEach(() => server.close());

  it('says what is deployed, and since when', async () => {
    expect(await look(application(), 'sync')).toMatchObject({
      status: 'ok',
      sentence: 'gomon is synced to abc1234 (main), deployed 3 h ago.',
      links: [{ url: `${server.url}/applications/argocd/gomon` }],
    });
  });

  it('names what is out of sync, and hinders no flow by it', async () => {
    const out = application({
      sync: { status: 'OutOfSync', revision: 'v2' },
      resources: [{ kind: 'Service', name: 'kafka', status: 'OutOfSync' }],
    });
    expect(await look(out, 'sync')).toMatchObject({
      status: 'degraded',
      failure: 'own',
      hindersFlow: false,
      sentence:
        'gomon is out of sync with v2 (main): 1 resource (Service kafka).',
    });
  });

  it('is explained by the component whose workload is degraded', async () => {
    const ill = application({
      health: { status: 'Degraded' },
      resources: [
        {
          kind: 'StatefulSet',
          name: 'kafka',
          namespace: 'monitoring',
          health: { status: 'Degraded' },
        },
      ],
    });
    expect(await look(ill, 'health')).toMatchObject({
      status: 'degraded',
      failure: 'starved',
      explainedBy: 'component:default/kafka',
      sentence: 'Argo CD calls gomon degraded: 1 resource (StatefulSet kafka).',
    });
  });

  it('tells how a sync failed, and why nothing can be compared', async () => {
    const failed = application({
      operationState: {
        phase: 'Failed',
        message: 'one or more objects failed',
      },
    });
    expect(await look(failed, 'operation')).toMatchObject({
      status: 'degraded',
      sentence: 'The last sync of gomon failed: one or more objects failed.',
    });
    const blind = application({
      conditions: [{ type: 'ComparisonError', message: 'no such branch' }],
    });
    expect((await look(blind, 'sync'))!.sentence).toBe(
      'Argo CD cannot compare gomon: no such branch.',
    );
  });

  it('tells a refused token from a failure', async () => {
    server.answers = { [path]: { status: 401, body: {} } };
    expect(checkIn(await lookWith(probe()), 'argocd.api')).toMatchObject({
      status: 'unauthorised',
    });
  });

  it('signs in where it has a user, and is refused with a wrong password', async () => {
    const user = { username: 'portal', password: 'right' };
    server.answers['/api/v1/session'] = { body: { token: 'given' } };
    expect(checkIn(await lookWith(probe(user)), 'argocd.sync')).toMatchObject({
      status: 'ok',
    });
    server.answers['/api/v1/session'] = { status: 401, body: {} };
    expect(checkIn(await lookWith(probe(user)), 'argocd.api')).toMatchObject({
      status: 'unauthorised',
    });
  });

  it('is down when it does not answer, and nothing stops by that', async () => {
    await server.close();
    expect(checkIn(await lookWith(probe()), 'argocd.api')).toMatchObject({
      status: 'down',
      hindersFlow: false,
    });
    server = await serveVendor({});
  });
});

describe('Argo CD without a token', () => {
  const withObjects = (items: object[]) =>
    new ArgoCdProbe([
      new ArgoCdApiReader([], 2_000),
      // eslint-disable-next-line @typescript-eslint/no-explicit-any
      new ApplicationObjectReader({
        readCustom: async () => ({ items } as any),
      }),
    ]);
  const cluster = { cluster: { name: 'gomon' }, podMetrics: [] };

  it('is read by its Application objects', async () => {
    const resources = [{ type: 'customresources', resources: [application()] }];
    const report = await lookWith(
      withObjects([{ ...cluster, resources, errors: [] }]),
    );
    expect(checkIn(report, 'argocd.sync')).toMatchObject({ status: 'ok' });
  });

  it('says that it may not read them', async () => {
    const errors = [{ errorType: 'UNAUTHORIZED_ERROR', statusCode: 403 }];
    const report = await lookWith(
      withObjects([{ ...cluster, resources: [], errors }]),
    );
    expect(checkIn(report, 'argocd.api')).toMatchObject({
      status: 'unauthorised',
    });
  });

  it('tells how it is set up where nothing is known of it', async () => {
    expect(
      checkIn(await lookWith(withObjects([])), 'argocd.setup'),
    ).toMatchObject({
      status: 'not-configured',
      action: { configuration: expect.stringContaining('appLocatorMethods') },
    });
  });
});

describe('readArgoCdInstances', () => {
  it('understands the key of the Argo CD plugins', () => {
    const config = mockServices.rootConfig({
      data: {
        argocd: {
          username: 'portal',
          password: 'shared',
          appLocatorMethods: [
            {
              type: 'config',
              instances: [
                { name: 'one', url: 'https://one', token: 'own' },
                { name: 'two', url: 'https://two' },
              ],
            },
          ],
        },
      },
    });
    expect(readArgoCdInstances(config)).toEqual([
      expect.objectContaining({ name: 'one', token: 'own' }),
      expect.objectContaining({ name: 'two', username: 'portal' }),
    ]);
  });

  it('finds none where there is none', () => {
    const config = mockServices.rootConfig({ data: {} });
    expect(readArgoCdInstances(config)).toEqual([]);
  });
});
