import { mockServices } from '@backstage/backend-test-utils';
import { serveVendor, VendorFake } from '../../testing/vendorFake';
import { KubernetesPluginReader } from './KubernetesReader';

const answer = (type: string, own: object = {}) => ({
  body: {
    items: [
      {
        cluster: { name: 'gomon' },
        resources: [{ type, resources: [{ metadata: { name: type } }] }],
        podMetrics: [],
        errors: [],
        ...own,
      },
    ],
  },
});

describe('KubernetesPluginReader', () => {
  let plugin: VendorFake;
  const read = () =>
    new KubernetesPluginReader(
      mockServices.discovery.mock({ getBaseUrl: async () => plugin.url }),
      mockServices.auth(),
      2_000,
    ).read('component:default/aggregator', AbortSignal.timeout(5_000));

  beforeEach(async () => {
    plugin = await serveVendor({
      '/clusters': { body: { items: [{ name: 'gomon' }] } },
      '/resources/workloads/query': answer('pods'),
      '/resources/custom/query': answer('customresources'),
    });
  });
  afterEach(() => plugin.close());

  it('joins workloads and claims of a cluster', async () => {
    const { items } = (await read())!;
    expect(items).toHaveLength(1);
    expect(items[0].resources.map(({ type }) => type)).toEqual([
      'pods',
      'customresources',
    ]);
  });

  it('takes a portal without the plugin for what it is', async () => {
    plugin.answers = {};
    expect(await read()).toBeUndefined();
  });

  it('asks about no entity where there is no cluster', async () => {
    plugin.answers = { '/clusters': { body: { items: [] } } };
    // Any other question would be answered by 404, and fail.
    expect(await read()).toBeUndefined();
  });

  it.each([
    [403, 'refuses'],
    [500, 'HTTP 500'],
  ])('fails when the plugin answers %d', async (status, words) => {
    plugin.answers['/resources/workloads/query'] = { status, body: {} };
    await expect(read()).rejects.toThrow(words);
  });

  it('fails when the plugin answers something else', async () => {
    plugin.answers['/resources/workloads/query'] = { body: { a: 1 } };
    await expect(read()).rejects.toThrow('unexpected');
  });
});
