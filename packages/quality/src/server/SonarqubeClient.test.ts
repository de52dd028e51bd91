import { Problem } from '@gomon/dev-stack';
import { GateServer } from '../__testUtils__/GateServer';
import { explain } from './explain';
import { SonarqubeClient, type Credentials } from './SonarqubeClient';

describe('SonarqubeClient', () => {
  let server: GateServer;
  let url: string;

  beforeEach(async () => {
    server = new GateServer();
    url = await server.listen();
  });
  afterEach(() => server.close());

  it.each<[Credentials, string]>([
    [{ token: 'squ_1' }, 'Bearer squ_1'],
    [
      { user: 'admin', password: 'a:b' },
      `Basic ${Buffer.from('admin:a:b').toString('base64')}`,
    ],
  ])('says who asks in a header: %j', async (credentials, header) => {
    const client = new SonarqubeClient(`${url}//`, credentials);
    await client.get('v2/clean-code-policy/mode');
    expect(server.authorization).toBe(header);
  });

  it('finds nothing where there is no such thing, and reports anything else', async () => {
    const client = new SonarqubeClient(url, { token: 'any' });
    const find = () => client.find('qualitygates/show', { name: 'none' });
    await expect(find()).resolves.toBeUndefined();
    server.answers.set('GET qualitygates/show', () => ({
      status: 403,
      body: { message: 'Insufficient privileges' },
    }));
    await expect(find()).rejects.toMatchObject({
      status: 403,
      reason: 'Insufficient privileges',
    });
  });

  it('tells every reason that the server gives', async () => {
    server.answers.set('POST qualitygates/create', () => ({
      status: 400,
      body: { errors: [{ msg: 'Name is taken' }, { msg: 'Name is long' }] },
    }));
    const client = new SonarqubeClient(url, { token: 'any' });
    await expect(client.post('qualitygates/create', {})).rejects.toThrow(
      'qualitygates/create: HTTP 400, Name is taken; Name is long',
    );
  });

  describe('what failed is explained', () => {
    const explained = async (status: number, body?: unknown) => {
      server.answers.set('GET system/status', () => ({ status, body }));
      const client = new SonarqubeClient(url, { token: 'any' });
      const error = await client.get('system/status').catch(one => one);
      return explain(error, url);
    };

    it('with the way to a new token, or to more rights', async () => {
      await expect(explained(401)).resolves.toMatch(
        /refused the credentials \(401\): make a new token/,
      );
      await expect(explained(403)).resolves.toMatch(
        /does not allow .* it takes Administer Quality Gates/,
      );
    });

    it('with what the server says of itself', async () => {
      await expect(explained(503)).resolves.toBe(
        `SonarQube at ${
          new URL(url).host
        } answered system/status: HTTP 503, no reason given`,
      );
    });

    it('with where to look when nobody answers', async () => {
      const client = new SonarqubeClient('http://127.0.0.1:1', {
        token: 'any',
      });
      const error = await client.get('system/status').catch(one => one);
      expect(explain(error, client.url)).toMatch(
        /^SonarQube at 127\.0\.0\.1:1 could not be asked .* SONAR_HOST_URL is right\.$/,
      );
    });

    it('as it is where it explains itself', () => {
      expect(explain(new Problem('install Java 21'), url)).toBe(
        'install Java 21',
      );
    });
  });
});
