import { toTopology } from '../../catalog/toTopology';
import { entity, silentLogger } from '../../testing/fixtures';
import { checkIn, serveVendor, VendorFake } from '../../testing/vendorFake';
import { GrafanaProbe } from './GrafanaProbe';

const topology = toTopology(
  [
    entity('vm', 'tsdb', { sendsTo: 'grafana' }),
    entity('grafana', 'dashboard', {
      annotations: { 'grafana/dashboard-selector': 'gomon' },
    }),
  ],
  'default',
);
/** After "Health API", "Data source API" and "Folder/Dashboard Search API" in Grafana's reference. */
const answering = {
  '/api/health': {
    body: { commit: 'abc', database: 'ok', version: '13.2.3' },
  },
  '/api/datasources': {
    body: [{ id: 1, uid: 'victoria-metrics', name: 'VictoriaMetrics' }],
  },
  '/api/datasources/uid/victoria-metrics/health': {
    body: { status: 'OK', message: 'Successfully queried the Prometheus API.' },
  },
  '/api/search': {
    body: [
      { uid: 'gomon-fleet', title: 'gomon: fleet', url: '/d/gomon-fleet/x' },
    ],
  },
};

describe('the probe of Grafana', () => {
  let grafana: VendorFake;

  beforeEach(async () => {
    grafana = await serveVendor(answering);
  });
  afterEach(() => grafana.close());

  const look = async (id: string, own: object = { bearerToken: 'token' }) => {
    const instance = {
      name: 'default',
      url: grafana.url,
      publicUrl: 'http://grafana.local',
      ...own,
    };
    const report = await new GrafanaProbe([instance], 2_000).look({
      components: topology.components.filter(
        ({ stage }) => stage === 'dashboard',
      ),
      topology,
      now: new Date(),
      signal: AbortSignal.timeout(10_000),
      logger: silentLogger,
    });
    return checkIn(report, `grafana.${id}`);
  };

  it('says that it answers, and leads to where people reach it', async () => {
    expect(await look('health')).toMatchObject({
      status: 'ok',
      sentence: 'grafana 13.2.3 answers.',
      links: [{ title: 'Grafana', url: 'http://grafana.local' }],
    });
  });

  it('names its database when that does not answer', async () => {
    grafana.answers = {
      '/api/health': { status: 503, body: { database: 'failing' } },
    };
    expect(await look('health')).toMatchObject({
      status: 'down',
      failure: 'own',
      sentence: 'grafana answers, but its own database does not.',
    });
    expect(await look('sources')).toBeUndefined();
  });

  it('is down when it does not answer, and that loses nothing', async () => {
    await grafana.close();
    expect(await look('health')).toMatchObject({
      status: 'down',
      meaning: expect.stringContaining('still collected'),
    });
    grafana = await serveVendor({});
  });

  it('lets it check its data sources', async () => {
    expect(await look('sources')).toMatchObject({
      status: 'ok',
      sentence: 'Data source VictoriaMetrics answers.',
    });
  });

  it('is starved by the database when the data source does not answer', async () => {
    grafana.answers = {
      ...answering,
      '/api/datasources/uid/victoria-metrics/health': {
        status: 400,
        body: { status: 'ERROR', message: 'connect: connection refused.' },
      },
    };
    expect(await look('sources')).toMatchObject({
      status: 'degraded',
      failure: 'starved',
      explainedBy: 'component:default/vm',
      sentence:
        'Data source VictoriaMetrics of Grafana does not answer: connect: connection refused.',
    });
  });

  it('tells a refused token from a failure', async () => {
    grafana.answers = {
      ...answering,
      '/api/datasources': { status: 401, body: { message: 'Unauthorized' } },
    };
    expect(await look('sources')).toMatchObject({ status: 'unauthorised' });
    expect(await look('health')).toMatchObject({ status: 'ok' });
  });

  it('says what it needs for more, where it has no token', async () => {
    expect(await look('sources', {})).toMatchObject({
      status: 'not-configured',
      action: { configuration: expect.stringContaining('bearerToken') },
    });
    expect(await look('dashboards', {})).toBeUndefined();
  });

  it('finds dashboards by their tag, and says when there are none', async () => {
    expect(await look('dashboards')).toMatchObject({
      status: 'ok',
      links: [
        { title: 'gomon: fleet', url: 'http://grafana.local/d/gomon-fleet/x' },
      ],
    });
    grafana.answers = { ...answering, '/api/search': { body: [] } };
    expect(await look('dashboards')).toMatchObject({ status: 'degraded' });
  });

  it('looks at each of several instances by its own address', async () => {
    const two = toTopology(
      [
        entity('grafana', 'dashboard'),
        entity('staging', 'dashboard', {
          annotations: { 'gomon.io/instance': 'staging' },
        }),
      ],
      'default',
    );
    const staging = await serveVendor({
      '/api/health': { status: 503, body: { database: 'failing' } },
    });
    const probe = new GrafanaProbe(
      [
        { name: 'default', url: grafana.url },
        {
          name: 'staging',
          environment: 'staging',
          url: staging.url,
          publicUrl: 'http://grafana.staging',
        },
      ],
      2_000,
    );
    const { components } = await probe.look({
      components: two.components,
      topology: two,
      now: new Date(),
      signal: AbortSignal.timeout(10_000),
      logger: silentLogger,
    });
    await staging.close();
    const statuses = components.map(({ entityRef, checks = [] }) => [
      entityRef,
      checks.find(({ id }) => id === 'grafana.health')?.status,
    ]);
    expect(Object.fromEntries(statuses)).toEqual({
      'component:default/grafana': 'ok',
      'component:default/staging': 'down',
    });
  });
});
