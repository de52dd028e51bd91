import {
  checkIn,
  lookAtLogs,
  serveVendor,
  VendorAnswers,
  VendorFake,
} from '../../testing/vendorFake';
import { ElasticsearchProbe } from './ElasticsearchProbe';

const now = new Date('2025-08-30T12:00:00Z');

interface Told {
  health?: string;
  freeBytes?: number;
  watermarksEnabled?: boolean;
  block?: 'true';
  alias?: unknown;
  lifecycle?: VendorAnswers[string];
  newest?: number | null;
  recent?: number;
  raised?: number;
  unparsed?: number;
  storedBytes?: number;
}

/** After the answers of the calls in Elasticsearch's 8.x reference. What needs no stand-in is tried on a real server. */
function answers(told: Told = {}): VendorAnswers {
  const {
    alias = {
      'aggregator-logs-000001': {
        aliases: { 'aggregator-logs': { is_write_index: true } },
      },
    },
    newest = now.getTime() - 4_000,
    recent = 600,
    storedBytes = 50_000,
  } = told;
  return {
    '/_cluster/health': {
      body: {
        status: told.health ?? 'green',
        number_of_nodes: 1,
        unassigned_shards: told.health ? 1 : 0,
      },
    },
    '/_nodes/stats/fs': {
      body: {
        nodes: {
          a: {
            name: 'utm',
            fs: {
              total: {
                total_in_bytes: 100e9,
                available_in_bytes: told.freeBytes ?? 60e9,
              },
            },
          },
        },
      },
    },
    '/_cluster/settings': {
      body: {
        persistent: {
          'cluster.routing.allocation.disk.watermark.flood_stage': '97%',
        },
        transient: {},
        defaults: {
          'cluster.routing.allocation.disk.threshold_enabled': String(
            told.watermarksEnabled ?? true,
          ),
          'cluster.routing.allocation.disk.watermark.high': '90%',
        },
      },
    },
    '/_alias/aggregator-logs': alias
      ? { body: alias }
      : { status: 404, body: { error: 'alias missing', status: 404 } },
    '/aggregator-logs/_settings/index.blocks.*': {
      body: told.block
        ? {
            'aggregator-logs-000001': {
              settings: {
                index: { blocks: { read_only_allow_delete: told.block } },
              },
            },
          }
        : {},
    },
    '/aggregator-logs-*/_ilm/explain': told.lifecycle ?? {
      body: { indices: {} },
    },
    '/aggregator-logs/_search': {
      body: {
        hits: { total: { value: newest === null ? 0 : 9_100 } },
        aggregations: {
          newest: { value: newest },
          last_minute: { doc_count: 60 },
          recent: {
            doc_count: recent,
            raised: { doc_count: told.raised ?? 0 },
            unparsed: { doc_count: told.unparsed ?? 0 },
          },
          last_hour: {
            doc_count: 3_600,
            files: {
              buckets: [
                {
                  key: 'f',
                  begin: { value: 1_000 },
                  end: { value: 51_000 },
                  bytes: { value: storedBytes },
                },
              ],
            },
          },
        },
      },
    },
  };
}

describe('the probe of Elasticsearch', () => {
  let server: VendorFake;
  let probe: ElasticsearchProbe;

  beforeEach(async () => {
    server = await serveVendor(answers());
    probe = new ElasticsearchProbe(
      [
        {
          name: 'default',
          url: server.url,
          index: 'aggregator-logs',
          maxDocumentAge: 300_000,
        },
      ],
      2000,
    );
  });
  afterEach(() => server.close());

  const check = async (id: string, told: Told) => {
    server.answers = answers(told);
    return checkIn(await lookAtLogs(probe, now), id);
  };

  it('is content with a healthy server', async () => {
    const { components } = await lookAtLogs(probe, now);
    const statuses = components.flatMap(({ checks = [] }) =>
      checks.map(({ id, status }) => `${id} ${status}`),
    );
    expect(statuses).toEqual([
      'elasticsearch.answers ok',
      'elasticsearch.cluster ok',
      'elasticsearch.disk ok',
      'elasticsearch.alias ok',
      'elasticsearch.lifecycle ok',
      'elasticsearch.freshness ok',
      'elasticsearch.complete ok',
      'logstash.filter ok',
    ]);
  });

  it('names the flood watermark when indices may only be read', async () => {
    expect(
      await check('elasticsearch.disk', { freeBytes: 4e9, block: 'true' }),
    ).toMatchObject({
      status: 'down',
      failure: 'own',
      hindersFlow: true,
      sentence: expect.stringContaining('reached the flood watermark (96 %'),
    });
  });

  it('warns before the flood watermark', async () => {
    expect(await check('elasticsearch.disk', { freeBytes: 8e9 })).toMatchObject(
      {
        status: 'degraded',
        value: 92,
        threshold: 97,
        sentence: expect.stringMatching(
          /: from 97 % on .* refuses to write\.$/,
        ),
      },
    );
  });

  it('leaves a full disk alone where the watermarks are switched off, and says so', async () => {
    const told = { freeBytes: 1e9, watermarksEnabled: false };
    expect(await check('elasticsearch.disk', told)).toMatchObject({
      status: 'ok',
      value: 99,
      sentence: expect.stringContaining('watermarks are switched off'),
    });
  });

  it.each([
    ['yellow', 'degraded'],
    ['red', 'down'],
  ])('takes a %s cluster for %s', async (health, status) => {
    expect(await check('elasticsearch.cluster', { health })).toMatchObject({
      status,
      failure: 'own',
    });
  });

  it('names a write alias that is lost, and the command against it', async () => {
    expect(await check('elasticsearch.alias', { alias: null })).toMatchObject({
      status: 'down',
      sentence: expect.stringContaining(
        'aggregator-logs of elasticsearch is lost',
      ),
      action: { command: expect.stringContaining('--adopt') },
    });
  });

  it('names an alias without a write index', async () => {
    const alias = { 'aggregator-logs-000001': { aliases: {} } };
    expect(await check('elasticsearch.alias', { alias })).toMatchObject({
      status: 'down',
      sentence: expect.stringContaining('no index that is written to'),
    });
  });

  it('tells which step of the lifecycle failed and why', async () => {
    const lifecycle = {
      body: {
        indices: {
          'aggregator-logs-000001': {
            index: 'aggregator-logs-000001',
            managed: true,
            policy: 'aggregator-rollover-policy',
            phase: 'hot',
            action: 'rollover',
            step: 'ERROR',
            failed_step: 'check-rollover-ready',
            step_info: {
              type: 'illegal_argument_exception',
              reason:
                'index.lifecycle.rollover_alias [x] does not point to index',
            },
          },
        },
      },
    };
    expect(await check('elasticsearch.lifecycle', { lifecycle })).toMatchObject(
      {
        status: 'degraded',
        failure: 'own',
        sentence: expect.stringMatching(
          /step check-rollover-ready of aggregator-logs-000001: .*does not point to index/,
        ),
      },
    );
  });

  it('is starved when no document comes', async () => {
    const newest = now.getTime() - 600_000;
    expect(await check('elasticsearch.freshness', { newest })).toMatchObject({
      status: 'down',
      failure: 'starved',
      value: 600,
    });
  });

  it('finds bytes that are missing between stored lines', async () => {
    expect(
      await check('elasticsearch.complete', { storedBytes: 49_300 }),
    ).toMatchObject({ status: 'degraded', value: 700 });
  });

  it('does not take an empty line for a lost one', async () => {
    expect(
      await check('elasticsearch.complete', { storedBytes: 49_999 }),
    ).toMatchObject({ status: 'ok' });
  });

  it.each([
    [{ recent: 600, raised: 600 }, 'down', 'fails every line'],
    [{ recent: 600, unparsed: 60 }, 'degraded', '60 of 600 lines'],
    [{ recent: 600, unparsed: 6 }, 'ok', '(1 %)'],
  ])(
    'judges the filter of Logstash by its tags: %j',
    async (told, status, said) => {
      expect(await check('logstash.filter', told)).toMatchObject({
        status,
        sentence: expect.stringContaining(said),
      });
    },
  );
});
