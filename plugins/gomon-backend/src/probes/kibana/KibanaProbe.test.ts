import {
  checkIn,
  lookAtLogs,
  serveVendor,
  VendorFake,
} from '../../testing/vendorFake';
import { KibanaProbe } from './KibanaProbe';

/** After `/api/status` in Kibana's API reference. */
const status = (level: string, search = 'available') => ({
  '/api/status': {
    status: level === 'available' ? 200 : 503,
    body: {
      name: 'kibana',
      version: { number: '8.7.0' },
      status: {
        overall: { level, summary: `Kibana is ${level}` },
        core: { elasticsearch: { level: search } },
      },
    },
  },
});

describe('the probe of Kibana', () => {
  let kibana: VendorFake;
  let probe: KibanaProbe;

  beforeEach(async () => {
    kibana = await serveVendor(status('available'));
    probe = new KibanaProbe(
      [
        {
          name: 'default',
          url: kibana.url,
          publicUrl: 'http://kibana.local',
        },
      ],
      2000,
    );
  });
  afterEach(() => kibana.close());

  const look = async () => checkIn(await lookAtLogs(probe), 'kibana.status');

  it('says that it is available, and links to where people reach it', async () => {
    expect(await look()).toMatchObject({
      status: 'ok',
      sentence: 'kibana 8.7.0 is available.',
      links: [{ title: 'Kibana', url: 'http://kibana.local' }],
    });
  });

  it('blames itself when it is unavailable by itself', async () => {
    kibana.answers = status('critical');
    expect(await look()).toMatchObject({ status: 'down', failure: 'own' });
  });

  it('is starved when its Elasticsearch is away', async () => {
    kibana.answers = status('unavailable', 'unavailable');
    expect(await look()).toMatchObject({
      status: 'down',
      failure: 'starved',
      explainedBy: 'component:default/elasticsearch',
    });
  });

  it('reads the level alone where it is asked without a credential', async () => {
    kibana.answers = {
      '/api/status': { body: { status: { overall: { level: 'available' } } } },
    };
    expect(await look()).toMatchObject({ status: 'ok' });
  });

  it('tells a refused credential from a failure', async () => {
    kibana.answers = { '/api/status': { status: 401, body: {} } };
    expect(await look()).toMatchObject({ status: 'unauthorised' });
  });

  it('is down when it does not answer, and that loses nothing', async () => {
    await kibana.close();
    expect(await look()).toMatchObject({
      status: 'down',
      failure: 'own',
      meaning: expect.stringContaining('still collected'),
    });
    kibana = await serveVendor({});
  });
});
