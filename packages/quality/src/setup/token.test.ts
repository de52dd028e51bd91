import { mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GateServer } from '../__testUtils__/GateServer';
import { SonarqubeClient } from '../server/SonarqubeClient';
import { ensureToken } from './token';

describe('ensureToken', () => {
  let server: GateServer;
  let admin: SonarqubeClient;
  let dir: string;
  let file: string;

  beforeEach(async () => {
    server = new GateServer();
    admin = new SonarqubeClient(await server.listen(), {
      user: 'admin',
      password: 'changed',
    });
    dir = await mkdtemp(join(tmpdir(), 'gomon-token-'));
    file = join(dir, 'sonarqube', 'token');
  });
  afterEach(async () => {
    await server.close();
    await rm(dir, { recursive: true });
  });

  it("makes a technical user's token and keeps it for this user alone", async () => {
    const token = await ensureToken(admin, file);
    expect([...server.users]).toEqual(['gomon']);
    expect([...server.tokens]).toEqual([token]);
    expect(await readFile(file, 'utf8')).toBe(`${token}\n`);
    expect((await stat(file)).mode % 0o1000).toBe(0o600);
  });

  it('keeps a token that the server takes', async () => {
    const token = await ensureToken(admin, file);
    server.changes.length = 0;
    await expect(ensureToken(admin, file)).resolves.toBe(token);
    expect(server.changes).toEqual([]);
  });

  it('replaces one that it takes no more, for the same user', async () => {
    const token = await ensureToken(admin, file);
    server.tokens.clear();
    server.changes.length = 0;
    await expect(ensureToken(admin, file)).resolves.not.toBe(token);
    expect(server.changes).toEqual([
      'POST user_tokens/revoke',
      'POST user_tokens/generate',
    ]);
  });
});
