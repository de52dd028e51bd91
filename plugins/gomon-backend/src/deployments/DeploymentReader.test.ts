import { toTopology } from '../catalog/toTopology';
import {
  ApplicationObjectReader,
  ArgoCdApiReader,
} from '../probes/argocd/ApplicationReader';
import { Application } from '../probes/argocd/application';
import { entity } from '../testing/fixtures';
import { serveVendor, VendorFake } from '../testing/vendorFake';
import { DeploymentReader } from './DeploymentReader';

const now = new Date('2026-01-01T12:00:00Z');
const path = '/api/v1/applications/gomon';
const deployedBy = (name: string) => ({
  annotations: { 'argocd/app-name': name },
});
const topology = toTopology(
  [
    entity('argocd', 'gitops', deployedBy('gomon')),
    entity('kafka', 'broker', deployedBy('gomon')),
    entity('grafana', 'dashboard'),
  ],
  'default',
);

/** After "Application" in Argo CD's API reference. */
const application: Application = {
  metadata: { name: 'gomon', namespace: 'argocd' },
  spec: { source: { targetRevision: 'main' } },
  status: {
    sync: { status: 'OutOfSync', revision: 'b'.repeat(40) },
    health: { status: 'Degraded' },
    resources: [{ kind: 'Service', name: 'kafka', status: 'OutOfSync' }],
    history: [
      {
        revision: 'a'.repeat(40),
        deployedAt: '2026-01-01T09:00:00Z',
        initiatedBy: { username: 'admin' },
      },
      { revision: 'c'.repeat(40), deployedAt: '2026-01-01T11:00:00Z' },
      { deployedAt: 'yesterday' },
    ],
  },
};

describe('DeploymentReader', () => {
  let server: VendorFake;
  const read = (items: object[] = [], token: string | undefined = 'token') =>
    new DeploymentReader(
      new ArgoCdApiReader(
        token ? [{ name: 'argocd', url: server.url, token }] : [],
        2_000,
      ),
      new ApplicationObjectReader({
        // eslint-disable-next-line @typescript-eslint/no-explicit-any
        readCustom: async () => ({ items } as any),
      }),
    ).read(topology, now, AbortSignal.timeout(5_000));

  beforeEach(async () => {
    server = await serveVendor({ [path]: { body: application } });
  });
  afterEach(() => server.close());

  it('tells what is deployed and wanted of each component that names an application', async () => {
    const found = await read();
    expect(found.map(({ entityRef }) => entityRef)).toEqual([
      'component:default/argocd',
      'component:default/kafka',
    ]);
    expect(found[1]).toEqual({
      entityRef: 'component:default/kafka',
      status: 'read',
      asked: 'gomon',
      observedAt: now.toISOString(),
      deployments: [
        {
          application: 'gomon',
          sync: 'out-of-sync',
          health: 'degraded',
          deployedRevision: 'c'.repeat(40),
          wantedRevision: 'b'.repeat(40),
          target: 'main',
          outOfSync: ['Service kafka'],
          outOfSyncCount: 1,
          problem: undefined,
          history: [
            {
              revision: 'c'.repeat(40),
              deployedAt: '2026-01-01T11:00:00.000Z',
              initiatedBy: undefined,
            },
            {
              revision: 'a'.repeat(40),
              deployedAt: '2026-01-01T09:00:00.000Z',
              initiatedBy: 'admin',
            },
          ],
          url: `${server.url}/applications/argocd/gomon`,
        },
      ],
    });
  });

  it.each([
    [401, 'unauthorised', /HTTP 401/],
    [403, 'unauthorised', /HTTP 403/],
    [500, 'unreachable', /HTTP 500/],
    [404, 'not-found', /^$/],
  ])('has words of its own for HTTP %d', async (status, expected, words) => {
    server.answers = { [path]: { status, body: {} } };
    const [own] = await read();
    expect(own).toMatchObject({ status: expected, deployments: [] });
    expect(own.reason ?? '').toMatch(words);
  });

  it('tells that Argo CD does not answer', async () => {
    await server.close();
    expect((await read())[0]).toMatchObject({ status: 'unreachable' });
    server = await serveVendor({});
  });

  it('finds an application among the objects of a cluster, for all components', async () => {
    const items = [
      {
        cluster: { name: 'gomon' },
        resources: [{ type: 'customresources', resources: [application] }],
        errors: [],
      },
    ];
    const found = await read(items, '');
    expect(found.map(({ status }) => status)).toEqual(['read', 'read']);
  });

  it('says how it is set up where nobody told where Argo CD is', async () => {
    expect((await read([], ''))[0]).toMatchObject({
      status: 'not-configured',
      configuration: expect.stringContaining('appLocatorMethods'),
    });
  });
});
