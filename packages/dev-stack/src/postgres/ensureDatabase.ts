import { Client, escapeIdentifier } from 'pg';

/** Makes a database where it is not there yet. */
export async function ensureDatabase(
  port: number,
  access: { user: string; password: string; database?: string },
): Promise<void> {
  const { database, ...login } = access;
  if (!database) return;
  const client = new Client({
    host: '127.0.0.1',
    port,
    user: login.user,
    password: login.password,
    // The database that every cluster has.
    database: 'postgres',
    connectionTimeoutMillis: 10_000,
  });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      'SELECT 1 FROM pg_database WHERE datname = $1',
      [database],
    );
    if (rowCount === 0) {
      await client.query(`CREATE DATABASE ${escapeIdentifier(database)}`);
    }
  } finally {
    await client.end();
  }
}
