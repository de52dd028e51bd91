import { Client, ClientConfig } from 'pg';
import { PostgresqlInstance } from '../../config/schema';
import { causesOf, LookError } from '../LookError';

/** What a PostgreSQL says of its connections. */
export interface Connections {
  /** Of clients, that of this look not counted. */
  used: number;
  /** What is left for everybody: `max_connections` without those that are kept for administrators. */
  allowed: number;
  /** The server's version, such as 15.18. */
  version: string;
  /** How long it took to be let in and to be answered, in milliseconds. */
  answeredMs: number;
}

/** What anybody who may connect can read. */
const QUESTION = `SELECT
  (SELECT count(*)::int FROM pg_stat_activity
    WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()) AS used,
  current_setting('max_connections')::int
    - current_setting('superuser_reserved_connections')::int AS allowed,
  current_setting('server_version') AS version`;

/** Codes of "PostgreSQL Error Codes" (SQLSTATE), and what they say of the server. */
const codes: Record<string, [LookError['status'], string]> = {
  '28P01': ['unauthorised', "it refuses gomon's password (28P01)"],
  '28000': ['unauthorised', 'it does not let this user in (28000)'],
  '42501': [
    'unauthorised',
    'this user may not connect to that database (42501)',
  ],
  '3D000': ['unknown', 'it has no such database'],
  '53300': ['down', 'all of its connections are in use (53300)'],
  '57P03': ['down', 'it is starting up or shutting down (57P03)'],
};

/** @throws LookError when there is no answer, or it is refused */
export async function readConnections(
  instance: PostgresqlInstance,
  timeoutMs: number,
  signal: AbortSignal,
): Promise<Connections> {
  const client = new Client(toClientConfig(instance, timeoutMs));
  // A connection that breaks off while nobody asks is told here; the question itself is told by its own error.
  client.on('error', () => {});
  const stop = () => void client.end().catch(() => {});
  signal.addEventListener('abort', stop, { once: true });
  const began = performance.now();
  try {
    await client.connect();
    const { rows } = await client.query(QUESTION);
    return { ...rows[0], answeredMs: performance.now() - began };
  } catch (error) {
    throw toLookError(error);
  } finally {
    signal.removeEventListener('abort', stop);
    await client.end().catch(() => {});
  }
}

function toClientConfig(
  { database, host, password, port, tls, user }: PostgresqlInstance,
  timeoutMs: number,
): ClientConfig {
  return {
    host,
    port,
    database,
    user,
    password,
    ssl: tls,
    application_name: 'gomon',
    connectionTimeoutMillis: timeoutMs,
    query_timeout: timeoutMs,
  };
}

function toLookError(error: unknown): LookError {
  for (const { code, message } of causesOf(error)) {
    const known = codes[code ?? ''];
    if (known) return new LookError(...known);
    if (/client password must be a string/.test(message ?? '')) {
      return new LookError(
        'unauthorised',
        'it asks for a password, and none is configured',
      );
    }
    // The client's own time limits have no code.
    if (/timeout expired|Query read timeout/.test(message ?? '')) {
      return new LookError('down', 'no answer in time');
    }
    if (/Connection terminated|ended the connection/.test(message ?? '')) {
      return new LookError('down', 'it closed the connection');
    }
  }
  return LookError.from(error);
}
