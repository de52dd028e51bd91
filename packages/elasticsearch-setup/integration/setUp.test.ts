import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from '@elastic/elasticsearch';
import { createElasticsearch, Elasticsearch } from '@gomon/dev-stack';
import { desiredState } from '../src/desired/desired';
import { setUp } from '../src/setUp';
import { LifecycleFacade } from './lifecycleFacade';

const alias = 'aggregator-logs';
const desired = desiredState({ alias, replicas: 0, lifecycle: true });

describe('the set-up command against a real Elasticsearch', () => {
  let dir: string;
  let elasticsearch: Elasticsearch;
  let facade: LifecycleFacade;
  let client: Client;
  let said: string;

  const run = (options: { adopt?: boolean; planOnly?: boolean } = {}) => {
    said = '';
    facade.changes.length = 0;
    return setUp(client, desired, {
      adopt: false,
      planOnly: false,
      say: line => {
        said += `${line}\n`;
      },
      ...options,
    });
  };
  const write = (document: object) =>
    client.index({ index: alias, document, refresh: true });

  beforeAll(async () => {
    dir = await mkdtemp(join(tmpdir(), 'gomon-setup-'));
    elasticsearch = await createElasticsearch({ dir });
    await elasticsearch.start();
    facade = new LifecycleFacade(elasticsearch.url);
    client = new Client({ node: await facade.listen() });
  });
  afterAll(async () => {
    await client?.close();
    await facade?.close();
    await elasticsearch?.stop();
    await rm(dir, { recursive: true, force: true });
  });
  beforeEach(async () => {
    // Nothing of an earlier test is left.
    const indices = await client.indices.get({ index: '*' });
    for (const index of Object.keys(indices)) {
      await client.indices.delete({ index });
    }
    for (const name of [alias, `${alias}-alias-only`]) {
      await client.indices.deleteIndexTemplate({ name }, { ignore: [404] });
    }
    facade.policies.clear();
  });

  it('shows what it would change, and changes nothing, when asked for the plan alone', async () => {
    await run({ planOnly: true });
    expect(said).toContain('+ index aggregator-logs-000001');
    expect(facade.changes).toEqual([]);
    expect(await client.indices.exists({ index: alias })).toBe(false);
  });

  it('makes policy, templates and the first index with its write alias', async () => {
    await run();
    expect(facade.policies.get('aggregator-rollover-policy')).toMatchObject({
      version: 1,
    });
    const aliases = await client.indices.getAlias({ name: alias });
    expect(aliases).toEqual({
      'aggregator-logs-000001': {
        aliases: { [alias]: { is_write_index: true } },
      },
    });
    await write({ metric_value: '71.375', '@timestamp': 1756555200123 });
    const mapping = await client.indices.getMapping({ index: alias });
    expect(
      mapping['aggregator-logs-000001'].mappings.properties?.metric_value,
    ).toEqual({ type: 'double' });
  });

  it('changes nothing the second time', async () => {
    await run();
    await run();
    expect(said).toBe('Everything is as it is to be: nothing to change.\n');
    expect(facade.changes).toEqual([]);
    expect(facade.policies.get('aggregator-rollover-policy')?.version).toBe(1);
  });

  it('changes nothing after a rollover by the write alias, which is really done', async () => {
    await run();
    await write({ message: 'before' });
    const { new_index } = await client.indices.rollover({ alias });
    expect(new_index).toBe('aggregator-logs-000002');
    await write({ message: 'after' });
    await run();
    expect(facade.changes).toEqual([]);
    const found = await client.search({ index: alias, sort: '_index' });
    expect(found.hits.hits.map(({ _index }) => _index)).toEqual([
      'aggregator-logs-000001',
      'aggregator-logs-000002',
    ]);
  });

  it('puts back only the replicas that somebody changed in the template', async () => {
    await run();
    const [{ index_template }] = (
      await client.indices.getIndexTemplate({ name: alias })
    ).index_templates;
    index_template.template!.settings!.index!.number_of_replicas = '2';
    await client.transport.request({
      method: 'PUT',
      path: `/_index_template/${alias}`,
      body: index_template as unknown as Record<string, unknown>,
    });
    await run();
    expect(said).toContain('number_of_replicas: "2" -> "0"');
    expect(facade.changes).toEqual([`PUT /_index_template/${alias}`]);
  });

  it('makes writing to a lost alias fail instead of growing an index of its name', async () => {
    await run();
    await client.indices.deleteAlias({ index: '*', name: alias });
    await expect(write({ message: 'x' })).rejects.toThrow(
      'forbids index auto creation',
    );
    expect(await client.indices.exists({ index: alias })).toBe(false);
  });

  it('refuses the index of the name of the alias that the original has left', async () => {
    await write({ message: 'by its own' });
    const { obstacles } = await run();
    expect(obstacles).toHaveLength(1);
    expect(said).toContain('An index is called aggregator-logs');
    expect(said).toContain('DELETE /aggregator-logs');
    expect(facade.changes).toEqual([]);
  });

  it('takes over the write index that came into being by itself, when allowed, and rolls over to right fields', async () => {
    // As the original's Logstash does it: the value is text, there is no alias.
    await client.index({
      index: 'aggregator-logs-000001',
      document: { metric_value: '71.375' },
      refresh: true,
    });
    const { obstacles } = await run();
    expect(obstacles[0].problem).toContain(
      'aggregator-logs-000001 (1 documents) exist without the alias',
    );
    expect(facade.changes).toEqual([]);

    await run({ adopt: true });
    expect(said).toContain('metric_value is text, not double');
    const aliases = await client.indices.getAlias({ name: alias });
    expect(aliases['aggregator-logs-000002'].aliases[alias]).toEqual({
      is_write_index: true,
    });
    await run();
    expect(facade.changes).toEqual([]);
  });

  it('says what is wrong where there is no lifecycle engine', async () => {
    const direct = new Client({ node: elasticsearch.url });
    const { obstacles } = await setUp(direct, desired, {
      adopt: false,
      planOnly: false,
      say: () => {},
    });
    await direct.close();
    expect(obstacles.map(({ problem }) => problem)).toEqual([
      expect.stringContaining('no lifecycle engine'),
    ]);
  });
});
