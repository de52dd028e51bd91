import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import {
  createElasticsearch,
  createLogShipper,
  Elasticsearch,
  LogShipper,
  setUpElasticsearch,
} from '@gomon/dev-stack';
import { proveNoLoss } from '../src/proof/proveNoLoss';

const alias = 'aggregator-logs';

describe('the development shipper against a real Elasticsearch', () => {
  let dir: string;
  let elasticsearch: Elasticsearch;
  let shipper: LogShipper;
  let client: Client;

  const json = async (url: string) => (await fetch(url)).json() as Promise<any>;
  const acknowledged = async () =>
    (await json(`${shipper.filebeatUrl}/stats`)).filebeat.events.done;

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gomon-shipping-'));
    elasticsearch = await createElasticsearch({ dir });
    await elasticsearch.start();
    await setUpElasticsearch({ url: elasticsearch.url, lifecycle: false });
    shipper = await createLogShipper({
      dir,
      logFile: join(dir, 'aggregator.log'),
      elasticsearchUrl: elasticsearch.url,
    });
    await shipper.start();
    client = new Client({ node: elasticsearch.url });
  });
  afterAll(async () => {
    await client?.close();
    await shipper?.stop();
    await elasticsearch?.stop();
    await rm(dir, { recursive: true, force: true });
  });

  it('makes one document of every line through two rotations, a rollover and a server that is killed', async () => {
    const comparison = await proveNoLoss({
      client,
      alias,
      logFile: join(dir, 'aggregator.log'),
      lines: 2_000,
      startMs: Date.UTC(2026, 0, 1),
      killServer: () => elasticsearch.kill(),
      startServer: () => elasticsearch.start(),
      acknowledged,
      withinMs: 90_000,
    });
    expect(comparison).toEqual({
      lines: 2_000,
      documents: 2_000,
      missing: 0,
      twice: 0,
      strange: 0,
      different: 0,
      examples: [],
    });
  });

  it('tells what it did the way Filebeat and Logstash tell it', async () => {
    const { pipelines } = await json(`${shipper.logstashUrl}/_node/stats`);
    expect(pipelines.main.events).toEqual({
      in: 2_000,
      filtered: 2_000,
      out: 2_000,
    });
    expect(pipelines.main.plugins.outputs[0].documents).toMatchObject({
      successes: 2_000,
      non_retryable_failures: 0,
    });
  });

  it('makes no second document in an index of what it sends again', async () => {
    await shipper.stop();
    // It forgets how far it came, and sends everything from the beginning.
    await rm(join(dir, 'log-shipper', 'registry.json'));
    await shipper.start();
    while ((await acknowledged()) < 2_000) {
      await new Promise(done => setTimeout(done, 200));
    }
    await client.indices.refresh({ index: alias });
    // The first fifth was written, with the first line of its file, to the index before the rollover: only of these there is a second one, in the new index.
    const inIndex = async (index: string) =>
      (await client.count({ index })).count;
    expect(await inIndex('aggregator-logs-000001')).toBe(401);
    expect(await inIndex('aggregator-logs-000002')).toBe(2_000);
  });
});
