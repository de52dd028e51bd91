import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { toTopology } from '../../catalog/toTopology';
import { entity, silentLogger } from '../../testing/fixtures';
import { checkIn } from '../../testing/vendorFake';
import { IngressProbe } from './IngressProbe';

const topology = toTopology([entity('ingress', 'ingress')], 'default');

/** What an ingress controller answers for each host; 404 for others, as nginx does. */
const answers: Record<string, number> = {
  'grafana.local': 200,
  'kibana.local': 401,
  'victoria.local': 503,
  'sonarqube.local': 500,
};

describe('the probe of the ingress', () => {
  let controller: Server;
  let url: string;

  beforeAll(async () => {
    controller = createServer((request, response) => {
      response.writeHead(answers[request.headers.host ?? ''] ?? 404).end();
    });
    await new Promise<void>(done => controller.listen(0, '127.0.0.1', done));
    url = `http://127.0.0.1:${(controller.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    controller.closeAllConnections();
    controller.close();
  });

  const look = async (host: string, own: { url?: string } = { url }) => {
    const probe = new IngressProbe(
      [
        {
          name: 'default',
          ...own,
          routes: [{ host, entityRef: 'resource:default/behind' }],
        },
      ],
      1_000,
    );
    const report = await probe.look({
      components: topology.components,
      topology,
      now: new Date(),
      signal: AbortSignal.timeout(5_000),
      logger: silentLogger,
    });
    return checkIn(report, `ingress.${host}`);
  };

  it.each([
    ['grafana.local', 'grafana.local answers (HTTP 200).'],
    ['kibana.local', 'kibana.local answers and asks for a login (HTTP 401).'],
  ])('takes an answer of %s for one', async (host, sentence) => {
    expect(await look(host)).toMatchObject({ status: 'ok', sentence });
  });

  it('is explained by what is behind it, when that does not answer', async () => {
    expect(await look('victoria.local')).toMatchObject({
      status: 'degraded',
      failure: 'starved',
      explainedBy: 'resource:default/behind',
      hindersFlow: false,
    });
  });

  it('blames itself for a route that is missing, and for an error of its own', async () => {
    const missing = await look('nobody.local');
    expect(missing).toMatchObject({ status: 'degraded', failure: 'own' });
    expect(missing!.sentence).toContain('no route leads on');
    expect(await look('sonarqube.local')).toMatchObject({ failure: 'own' });
  });

  it('is down when the controller does not answer', async () => {
    const refused = { url: 'http://127.0.0.1:1' };
    expect(await look('grafana.local', refused)).toMatchObject({
      status: 'down',
      sentence: 'grafana.local does not answer: connection refused.',
    });
  });

  it('does not call a name that cannot be resolved down', async () => {
    expect(await look('grafana.invalid', {})).toMatchObject({
      status: 'unknown',
    });
  });

  it('tells how it is set up', async () => {
    const probe = new IngressProbe([], 1_000);
    const report = await probe.look({
      components: topology.components,
      topology,
      now: new Date(),
      signal: AbortSignal.timeout(5_000),
      logger: silentLogger,
    });
    expect(checkIn(report, 'ingress.setup')).toMatchObject({
      status: 'not-configured',
    });
  });
});
