import { GomonClient } from './GomonClient';

function clientThatGets(response: Response) {
  const fetch = jest.fn(async () => response);
  const client = new GomonClient({
    discoveryApi: { getBaseUrl: async id => `http://backend/api/${id}` },
    fetchApi: { fetch },
  });
  return { client, fetch };
}

describe('GomonClient', () => {
  it('unwraps the list of pipelines', async () => {
    const { client, fetch } = clientThatGets(
      Response.json({ items: [{ name: 'metrics' }] }),
    );
    await expect(client.getPipelines()).resolves.toEqual([{ name: 'metrics' }]);
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/gomon/pipelines',
      expect.anything(),
    );
  });

  it('asks for an entity by kind, namespace and name, each encoded', async () => {
    const { client, fetch } = clientThatGets(Response.json({}));
    await client.getEntityHealth('component:default/a b');
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/gomon/entities/component/default/a%20b/health',
      expect.anything(),
    );
  });

  it('leaves out what was not asked, and joins lists by commas', async () => {
    const { client, fetch } = clientThatGets(Response.json({ items: [] }));
    await client.getHosts({
      status: ['down', 'unknown'],
      search: '',
      environment: undefined,
      limit: 500,
    });
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/gomon/hosts?limit=500&status=down%2Cunknown',
      expect.anything(),
    );
  });

  it('asks for lines of a log by words, levels and metrics', async () => {
    const { client, fetch } = clientThatGets(Response.json({ items: [] }));
    await client.getEntityLogs('component:default/a', {
      from: '2025-01-01T00:00:00Z',
      to: '2025-01-02T00:00:00Z',
      query: 'refused & gone',
      level: ['error', 'fatal'],
    });
    expect(fetch).toHaveBeenCalledWith(
      'http://backend/api/gomon/entities/component/default/a/logs?from=2025-01-01T00%3A00%3A00Z&to=2025-01-02T00%3A00%3A00Z&query=refused+%26+gone&level=error%2Cfatal',
      expect.anything(),
    );
  });

  it('encodes the name of a host', async () => {
    const { client, fetch } = clientThatGets(Response.json({ series: [] }));
    await client.getHostSeries('rack/1', {
      from: '2025-01-01T00:00:00Z',
      to: '2025-01-02T00:00:00Z',
    });
    expect(fetch).toHaveBeenCalledWith(
      expect.stringContaining('/hosts/rack%2F1/series?from=2025-01-01T00'),
      expect.anything(),
    );
  });

  it('rejects with the status and words of the backend', async () => {
    const { client } = clientThatGets(
      Response.json(
        {
          error: { name: 'NotAllowedError', message: 'no' },
          response: { statusCode: 403 },
        },
        { status: 403 },
      ),
    );
    await expect(client.getPipelines()).rejects.toMatchObject({
      statusCode: 403,
      cause: { name: 'NotAllowedError' },
    });
  });

  it('sends what is to be kept quiet', async () => {
    const { client, fetch } = clientThatGets(Response.json({ id: 'a/b' }));
    const silence = {
      entityRef: 'resource:default/kafka',
      kind: 'mute' as const,
      reason: 'because',
      until: '2025-01-31T12:00:00Z',
    };
    await client.createSilence(silence);
    const [url, init] = fetch.mock.calls[0] as unknown as [string, RequestInit];
    expect(url).toBe('http://backend/api/gomon/silences');
    expect(init.method).toBe('POST');
    expect(JSON.parse(init.body as string)).toEqual(silence);
  });
});
