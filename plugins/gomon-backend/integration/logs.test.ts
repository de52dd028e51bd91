import {
  createElasticsearch,
  createLogShipper,
  Elasticsearch,
  LogShipper,
  setUpElasticsearch,
} from '@gomon/dev-stack';
import { appendFile, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeCursor } from '../src/database/cursor';
import { POSITION_LENGTH } from '../src/logs/logQuery';
import { LogReader } from '../src/logs/LogReader';
import { gomonSchema } from '../src/config/schema';
import { serveVendor, VendorFake } from '../src/testing/vendorFake';
import { platformTopology } from './engine/catalog';
import { Watch } from './engine/Watch';

const kibanaIs = (level: string) => ({
  '/api/status': { body: { status: { overall: { level } } } },
});

/** A real Elasticsearch and the development shipper; Kibana, which cannot be had here, answers as its vendor documents it. */
describe('the engine on a real logs pipeline', () => {
  let dir: string;
  let elasticsearch: Elasticsearch;
  let shipper: LogShipper;
  let kibana: VendorFake;
  let watch: Watch;
  let writing: NodeJS.Timeout;

  const call = (method: string, path: string, body?: object) =>
    fetch(`${elasticsearch.url}${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gomon-logs-'));
    const logFile = join(dir, 'aggregator.log');
    const line = (text: string) => `${new Date().toISOString()} INFO ${text}\n`;
    await writeFile(logFile, line(`Log opened: ${'x'.repeat(128)}`));
    let number = 0;
    writing = setInterval(() => {
      number += 1;
      const sample = `{"metric":{"__name__":"cpu_usage_percent","instance":"a"},"values":[${number}],"timestamps":[${Date.now()}]}`;
      void appendFile(
        logFile,
        line(`Sending JSON to VictoriaMetrics: ${sample}`),
      );
    }, 500);
    elasticsearch = await createElasticsearch({ dir });
    await elasticsearch.start();
    await setUpElasticsearch({ url: elasticsearch.url, lifecycle: false });
    shipper = await createLogShipper({
      dir,
      logFile,
      elasticsearchUrl: elasticsearch.url,
    });
    await shipper.start();
    kibana = await serveVendor(kibanaIs('available'));
    watch = await Watch.start(
      {
        elasticsearch: [{ url: elasticsearch.url }],
        filebeat: [{ urls: [shipper.filebeatUrl] }],
        logstash: [{ url: shipper.logstashUrl }],
        kibana: [{ url: kibana.url }],
      },
      2_000,
      'logs',
    );
  });
  afterAll(async () => {
    clearInterval(writing);
    await watch?.stop();
    await kibana?.close();
    await shipper?.stop();
    await elasticsearch?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  const green = () => watch.until(({ status }) => status === 'ok', 120_000);
  const blames = (...names: string[]) =>
    watch.until(({ causes }) => causes.join() === names.join(), 120_000);

  it('says that all is well, with its own proof that no line is missing', async () => {
    await green();
    await watch.until(
      ({ sentence }) => /every line is stored/i.test(sentence),
      60_000,
    );
    const { edges, figures } = watch.pipeline!;
    const value = (id: string) =>
      figures.find(figure => figure.id === id)?.value;
    expect(value('missing-bytes')).toBe(0);
    expect(value('lines-written')).toBeGreaterThan(0);
    expect(value('documents-stored')).toBeGreaterThan(0);
    const flowing = edges.filter(edge => edge.flowing).length;
    expect(flowing).toBeGreaterThanOrEqual(3);
  });

  it('hands out the lines of the aggregator page by page, newest first, with their number over time', async () => {
    const { elasticsearch: instances, kibana: views } = gomonSchema.parse({
      elasticsearch: [{ url: elasticsearch.url }],
      kibana: [{ url: kibana.url, publicUrl: 'http://kibana.local' }],
    });
    const { components } = await platformTopology();
    const reader = new LogReader({
      elasticsearch: instances,
      kibana: views,
      timeoutMs: 5_000,
      component: async entityRef =>
        components.find(component => component.entityRef === entityRef),
    });
    const to = new Date();
    const from = new Date(to.getTime() - 600_000);
    const filter = { range: { from, to, stepSeconds: 10 }, limit: 7 };
    const aggregator = 'component:default/gomon-aggregator';

    const values: number[] = [];
    let page = await reader.read(aggregator, {
      ...filter,
      metrics: ['cpu_usage_percent'],
    });
    const { histogram, items: newest, totalItems } = page;
    expect(totalItems).toBeGreaterThan(10);
    expect(
      histogram.points.reduce((sum, [, count]) => sum + (count ?? 0), 0),
    ).toBe(totalItems);
    for (;;) {
      values.push(...page.items.map(({ value }) => value!));
      const { nextCursor } = page.pageInfo;
      if (!nextCursor) break;
      page = await reader.read(aggregator, {
        ...filter,
        metrics: ['cpu_usage_percent'],
        after: decodeCursor(nextCursor, POSITION_LENGTH),
      });
    }
    // The values count up as they were written: none is missing, none is there twice.
    expect(values).toEqual(
      Array.from({ length: totalItems }, (_, index) => totalItems - index),
    );

    const count = async (more: object) =>
      (await reader.read(aggregator, { ...filter, ...more })).totalItems;
    expect(await count({ words: 'log OPENED' })).toBe(1);
    expect(await count({ words: 'opened nonsense' })).toBe(0);
    expect(await count({ words: '*' })).toBe(0);
    expect(await count({ levels: ['error'] })).toBe(0);
    expect(await count({ levels: ['info'] })).toBeGreaterThan(totalItems);
    expect(newest[0].kibanaUrl).toContain('http://kibana.local/app/');
    await expect(reader.read('resource:default/kafka', filter)).rejects.toThrow(
      'No logs of this component are collected',
    );
  });

  it('names a killed Elasticsearch, and nobody else', async () => {
    watch.forget();
    await elasticsearch.kill();
    await blames('elasticsearch');
    expect(watch.pipeline!.cause).toMatchObject({
      sentence: 'Elasticsearch does not answer: connection refused.',
      meaning: expect.stringContaining('Nothing is lost'),
    });
    await elasticsearch.start();
    await green();
    expect([...watch.blamed.keys()]).toEqual(['elasticsearch']);
  });

  it('names a write alias that is lost, and is green when the set-up has put it back', async () => {
    const alias = 'aggregator-logs';
    const actions = (verb: string, more = {}) => ({
      actions: [{ [verb]: { index: `${alias}-000001`, alias, ...more } }],
    });
    watch.forget();
    await call('POST', '/_aliases', actions('remove'));
    await blames('elasticsearch');
    expect(watch.verdict.sentence).toBe(
      'The write alias aggregator-logs of Elasticsearch is lost: nothing can be stored and nothing is rolled over.',
    );
    await call('POST', '/_aliases', actions('add', { is_write_index: true }));
    await green();
    expect([...watch.blamed.keys()]).toEqual(['elasticsearch']);
  });

  it('names a disk at the flood watermark, which Elasticsearch itself has found, and is green when there is room', async () => {
    watch.forget();
    // Every disk is fuller than that: the server sets its own block on the indices, and takes it away again.
    const watermarks = (share: string | null) => ({
      persistent: {
        'cluster.info.update.interval': share && '10s',
        'cluster.routing.allocation.disk.threshold_enabled': share && true,
        'cluster.routing.allocation.disk.watermark.low': share,
        'cluster.routing.allocation.disk.watermark.high': share,
        'cluster.routing.allocation.disk.watermark.flood_stage': share,
        'cluster.routing.allocation.disk.watermark.flood_stage.frozen': share,
      },
    });
    const settings = '/_cluster/settings';
    expect((await call('PUT', settings, watermarks('0.1%'))).status).toBe(200);
    // First it is said to be near, from Elasticsearch's own settings; then Elasticsearch has found it, too.
    await watch.until(
      ({ causes, sentence }) =>
        causes.join() === 'elasticsearch' &&
        /^Elasticsearch refuses to write: its disk reached the flood watermark/.test(
          sentence,
        ),
      120_000,
    );
    const room = watermarks('100%');
    expect((await call('PUT', settings, room)).status).toBe(200);
    await green();
    expect((await call('PUT', settings, watermarks(null))).status).toBe(200);
    await watch.until(
      ({ sentence }) => /every line is stored/i.test(sentence),
      60_000,
    );
    expect([...watch.blamed.keys()]).toEqual(['elasticsearch']);
  });

  it('names Kibana, which loses nothing', async () => {
    watch.forget();
    kibana.answers = kibanaIs('critical');
    await blames('kibana');
    kibana.answers = kibanaIs('available');
    await green();
    expect([...watch.blamed.keys()]).toEqual(['kibana']);
  });

  it('names both that the stopped shipper stands in for', async () => {
    watch.forget();
    await shipper.stop();
    await blames('filebeat', 'logstash');
    expect(new Set(watch.blamed.keys())).toEqual(
      new Set(['filebeat', 'logstash']),
    );
    await shipper.start();
    await green();
  });

  it('names Logstash when its filter fails every line', async () => {
    watch.forget();
    await shipper.stop();
    const filter = join(dir, 'raises.rb');
    await writeFile(filter, "def filter(event)\n  raise 'wrong'\nend\n");
    // Lines from before the fault would soften the verdict.
    await call('DELETE', '/aggregator-logs-000001');
    await setUpElasticsearch({ url: elasticsearch.url, lifecycle: false });
    const failing = await createLogShipper({
      dir: join(dir, 'failing'),
      logFile: join(dir, 'aggregator.log'),
      elasticsearchUrl: elasticsearch.url,
      filebeatPort: Number(new URL(shipper.filebeatUrl).port),
      logstashPort: Number(new URL(shipper.logstashUrl).port),
      env: { FILTER_FILE: filter },
    });
    await failing.start();
    await watch.until(
      ({ sentence }) =>
        sentence.startsWith('The filter of Logstash fails every line: '),
      120_000,
    );
    expect(watch.verdict.causes).toEqual(['logstash']);
    await failing.stop();
  });
});
