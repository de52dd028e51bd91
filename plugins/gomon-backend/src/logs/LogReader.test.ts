import { ANNOTATION_LOG_INDEX } from '@gomon/plugin-gomon-common';
import { toTopology } from '../catalog/toTopology';
import { gomonSchema } from '../config/schema';
import { entity } from '../testing/fixtures';
import { serveVendor, VendorAnswers, VendorFake } from '../testing/vendorFake';
import { LogReader } from './LogReader';

const ref = 'component:default/aggregator';
const to = new Date('2025-08-30T12:00:00Z');
const filter = {
  range: { from: new Date(to.getTime() - 3_600_000), to, stepSeconds: 60 },
  limit: 2,
};
const search = (answer: { status?: number; body: unknown }): VendorAnswers => ({
  '/aggregator-logs/_search': answer,
});

/** The reader against answers of Elasticsearch's reference; what it finds is tried on a real one. */
describe('LogReader', () => {
  let server: VendorFake;

  beforeEach(async () => {
    server = await serveVendor({});
  });
  afterEach(() => server.close());

  const read = (logIndex = 'aggregator-logs') => {
    const aggregator = entity('aggregator', 'aggregator', {
      annotations: { [ANNOTATION_LOG_INDEX]: logIndex },
    });
    const { components } = toTopology([aggregator], 'default');
    const { elasticsearch, kibana } = gomonSchema.parse({
      elasticsearch: [{ url: server.url }],
      kibana: [{ url: 'http://kibana:5601' }],
    });
    const reader = new LogReader({
      elasticsearch,
      kibana,
      timeoutMs: 2_000,
      component: async entityRef =>
        components.find(component => component.entityRef === entityRef),
    });
    return reader.read(ref, filter);
  };

  it('gives a line with its sample, its moment in Kibana, and the place where the next page begins', async () => {
    const at = '2025-08-30T11:59:59.123Z';
    const hit = {
      _id: 'a',
      _source: {
        '@timestamp': at,
        message: 'Sending JSON',
        tags: 'has_victoria_metrics_json',
        metric_name: 'disk_used_percent',
        metric_value: 0,
        mountpoint: '/',
        log: { level: 'info' },
      },
      sort: [Date.parse(at), 'f', 17],
    };
    server.answers = search({
      body: {
        hits: { total: { value: 3 }, hits: [hit, { ...hit, _id: 'b' }] },
        aggregations: { over_time: { buckets: [{ key: 1, doc_count: 3 }] } },
      },
    });
    const { histogram, items, pageInfo, totalItems } = await read();
    expect(items[0]).toEqual({
      id: 'a',
      at,
      message: 'Sending JSON',
      level: 'info',
      metric: 'disk_used_percent',
      value: 0,
      mountpoint: '/',
      tags: ['has_victoria_metrics_json'],
      kibanaUrl: expect.stringContaining("from:'2025-08-30T11:58:59.123Z'"),
    });
    expect({ totalItems, histogram }).toEqual({
      totalItems: 3,
      histogram: { step: 60, points: [[1, 3]] },
    });
    expect(pageInfo.nextCursor).toEqual(expect.any(String));
  });

  it.each([
    [404, 'its write alias is lost'],
    [401, "it refuses gomon's credential (HTTP 401)"],
    [503, 'it answered HTTP 503'],
  ])('says what an answer %i means', async (status, reason) => {
    server.answers = search({ status, body: {} });
    await expect(read()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message: `Elasticsearch cannot be read: ${reason}`,
    });
  });

  it('says that nobody answers', async () => {
    await server.close();
    await expect(read()).rejects.toThrow(
      'Elasticsearch cannot be read: connection refused',
    );
  });

  it('opens no index but the configured one, whatever the catalog names', async () => {
    await expect(read('*,-.kibana')).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });
});
