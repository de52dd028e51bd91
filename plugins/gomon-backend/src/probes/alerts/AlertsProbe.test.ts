import { toTopology } from '../../catalog/toTopology';
import { entity, silentLogger } from '../../testing/fixtures';
import { checkIn, serveVendor, VendorFake } from '../../testing/vendorFake';
import { AlertsProbe } from './AlertsProbe';
import { AlertSource } from './AlertSource';
import { parseLabelSelector } from './labelSelector';

const topology = toTopology(
  [
    entity('kafka', 'broker', {
      annotations: { 'grafana/alert-label-selector': 'component=kafka' },
    }),
    entity('vm', 'tsdb'),
  ],
  'default',
);
const alert = (component: string, own: object = {}) => ({
  state: 'firing',
  labels: { alertname: 'Missing', component, severity: 'warning' },
  annotations: {
    summary: 'A broker is missing.',
    description: 'Everything goes on.',
    runbook_url: 'https://example.com/runbook.md',
  },
  activeAt: '2026-01-01T11:50:00Z',
  value: '1',
  ...own,
});
const told = (...alerts: object[]) => ({
  body: { status: 'success', data: { alerts } },
});

describe('the probe of alerts', () => {
  let server: VendorFake;
  /** After "Alertstates" in Grafana's reference, and vmalert's "Web" section. */
  const paths = {
    grafana: '/api/prometheus/grafana/api/v1/alerts',
    vmalert: '/api/v1/alerts',
  } as const;

  beforeEach(async () => {
    server = await serveVendor({});
  });
  afterEach(() => server.close());

  const look = async (
    kinds: (keyof typeof paths)[] = ['vmalert'],
    environment?: string,
  ) => {
    const sources = kinds.map(
      kind =>
        new AlertSource(
          kind,
          { name: kind, url: server.url, environment },
          2_000,
        ),
    );
    const report = await new AlertsProbe(sources).look({
      components: topology.components,
      topology,
      now: new Date(),
      signal: AbortSignal.timeout(10_000),
      logger: silentLogger,
    });
    expect(report.components.map(({ entityRef }) => entityRef)).not.toContain(
      'component:default/vm',
    );
    return checkIn(report, 'alerts.firing');
  };

  it('shows what fires with the component that selects it, and where the runbook is', async () => {
    server.answers = {
      [paths.vmalert]: told(alert('kafka'), alert('another')),
    };
    expect(await look()).toMatchObject({
      status: 'degraded',
      failure: 'reported',
      value: 1,
      sentence: 'An alert fires: A broker is missing.',
      meaning: 'Everything goes on.',
      action: { url: 'https://example.com/runbook.md' },
    });
  });

  it('reads Grafana, which calls the states otherwise', async () => {
    server.answers = {
      [paths.grafana]: told(
        alert('kafka', { state: 'Alerting' }),
        alert('kafka', { state: 'Alerting (NoData)' }),
        alert('kafka', { state: 'Normal' }),
        alert('kafka', { state: 'Pending' }),
      ),
    };
    expect(await look(['grafana'])).toMatchObject({ value: 2 });
  });

  it('names the critical one first, and counts what it does not name', async () => {
    const critical = alert('kafka', {
      labels: { alertname: 'Z', component: 'kafka', severity: 'critical' },
      annotations: { summary: 'No broker answers.' },
    });
    const others = Array.from({ length: 4 }, () => alert('kafka'));
    server.answers = { [paths.vmalert]: told(...others, critical) };
    expect((await look())?.sentence).toBe(
      '5 alerts fire: No broker answers; A broker is missing; A broker is missing; and 2 more.',
    );
  });

  it('is at ease while nothing fires that is pending alone', async () => {
    server.answers = {
      [paths.vmalert]: told(alert('kafka', { state: 'pending' })),
    };
    expect(await look()).toMatchObject({
      status: 'ok',
      sentence: 'No alert fires.',
    });
  });

  it('never takes a source that does not answer for one without alerts', async () => {
    server.answers = { [paths.vmalert]: { status: 500, body: {} } };
    expect(await look()).toMatchObject({
      status: 'unknown',
      failure: 'unseen',
    });
    server.answers = { [paths.vmalert]: { status: 401, body: {} } };
    expect(await look()).toMatchObject({ status: 'unauthorised' });
    server.answers = { [paths.vmalert]: { body: { status: 'error' } } };
    expect(await look()).toMatchObject({ status: 'unknown' });
  });

  it('shows what one source says while another does not answer', async () => {
    server.answers = { [paths.vmalert]: told(alert('kafka')) };
    expect(await look(['grafana', 'vmalert'])).toMatchObject({ value: 1 });
  });

  it('says nothing where nobody evaluates rules, or for another environment', async () => {
    expect(await look([])).toBeUndefined();
    server.answers = { [paths.vmalert]: told(alert('kafka')) };
    expect(await look(['vmalert'], 'another')).toBeUndefined();
  });

  it('makes no link of what is no web address', async () => {
    const annotations = { runbook_url: 'data:text/html,x' };
    server.answers = { [paths.vmalert]: told(alert('kafka', { annotations })) };
    expect(await look()).toMatchObject({ links: [], action: undefined });
  });
});

describe('a selector of labels', () => {
  it('reads pairs that must all hold', () => {
    expect(parseLabelSelector('component=kafka, team="a b"')).toEqual({
      component: 'kafka',
      team: 'a b',
    });
  });

  it('selects nothing where it cannot be read', () => {
    expect(parseLabelSelector('kafka')).toBeUndefined();
    expect(parseLabelSelector(undefined)).toBeUndefined();
  });
});
