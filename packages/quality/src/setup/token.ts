import { randomBytes } from 'node:crypto';
import { readSecret, writeSecret } from '@gomon/dev-stack';
import { SonarqubeClient } from '../server/SonarqubeClient';

const LOGIN = 'gomon';

/**
 * Makes sure that a file holds a token that the server takes. The token is a technical user's: it may analyse and read, and
 * change nothing of the server itself.
 *
 * @param admin - who may make users and tokens
 */
export async function ensureToken(
  admin: SonarqubeClient,
  file: string,
): Promise<string> {
  const kept = await readSecret(file);
  if (kept && (await isTaken(admin.url, kept))) return kept;
  await ensureUser(admin);
  // A token can be seen once: one of that name that nobody holds any more is replaced.
  await admin.post('user_tokens/revoke', { login: LOGIN, name: LOGIN });
  const { token } = await admin.post<{ token: string }>(
    'user_tokens/generate',
    { login: LOGIN, name: LOGIN, type: 'USER_TOKEN' },
  );
  await writeSecret(file, token);
  return token;
}

async function isTaken(url: string, token: string): Promise<boolean> {
  const client = new SonarqubeClient(url, { token });
  return client
    .get<{ valid: boolean }>('authentication/validate')
    .then(({ valid }) => valid)
    .catch(() => false);
}

async function ensureUser(admin: SonarqubeClient): Promise<void> {
  const { users } = await admin.get<{ users: { login: string }[] }>(
    'v2/users-management/users',
    { q: LOGIN },
  );
  if (users.some(({ login }) => login === LOGIN)) return;
  await admin.post('users/create', {
    login: LOGIN,
    name: 'gomon',
    // Nobody signs in as this user: the password is forgotten at once.
    password: `${randomBytes(24).toString('base64url')}-aA1`,
  });
}
