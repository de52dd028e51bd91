import { Problem } from '../problem';
import { randomSecret, readSecret, writeSecret } from '../state/secret';

const FIRST = 'admin';

// SonarQube asks for a capital, a small letter, a digit and a special character.
const newPassword = () => `${randomSecret()}-aA1`;

const basic = (password: string) =>
  `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`;

/**
 * Changes the password that every new SonarQube has. The new one is kept before it is set, so that an interruption cannot
 * lock anybody out.
 *
 * @throws Problem when neither the kept password nor the first one is let in
 */
export async function changeFirstPassword(
  url: string,
  file: string,
): Promise<void> {
  const kept = await readSecret(file);
  if (kept && (await isLetIn(url, kept))) return;
  const fresh = kept ?? newPassword();
  await writeSecret(file, fresh);
  const answer = await fetch(`${url}/api/users/change_password`, {
    method: 'POST',
    headers: { authorization: basic(FIRST) },
    body: new URLSearchParams({
      login: 'admin',
      previousPassword: FIRST,
      password: fresh,
    }),
  });
  if (!answer.ok) {
    throw new Problem(
      `SonarQube at ${url} does not let admin in with the password of ${file} (HTTP ${answer.status}): write the right one into that file, or remove the folder it is in together with SonarQube's database.`,
    );
  }
}

async function isLetIn(url: string, password: string): Promise<boolean> {
  const answer = await fetch(`${url}/api/authentication/validate`, {
    headers: { authorization: basic(password) },
  });
  const { valid } = (await answer.json()) as { valid?: boolean };
  return valid === true;
}
