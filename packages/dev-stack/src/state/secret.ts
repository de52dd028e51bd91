import { randomBytes } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** A secret that only this user may read; undefined where there is none yet. */
export async function readSecret(file: string): Promise<string | undefined> {
  const text = await readFile(file, 'utf8').catch(() => '');
  return text.trim() || undefined;
}

/** Keeps a secret in a file that only this user may read. */
export async function writeSecret(file: string, value: string): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, `${value}\n`, { mode: 0o600 });
}

/** The secret of a file; a random one is made and kept where there is none. */
export async function ensureSecret(file: string): Promise<string> {
  const known = await readSecret(file);
  if (known) return known;
  const fresh = randomSecret();
  await writeSecret(file, fresh);
  return fresh;
}

/** 144 bits, in characters that stand in a URL and in a shell as they are. */
export function randomSecret(): string {
  return randomBytes(18).toString('base64url');
}
