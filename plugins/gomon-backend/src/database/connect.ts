import {
  DatabaseService,
  resolvePackagePath,
} from '@backstage/backend-plugin-api';
import { Knex } from 'knex';

/** Connects to the plugin's database and brings its schema up to date. */
export async function connect(database: DatabaseService): Promise<Knex> {
  const knex = await database.getClient();
  if (knex.client.config.client === 'better-sqlite3') {
    // It writes on the thread that answers requests, and would wait for the disk at every commit. With a write-ahead log a
    // process that is killed loses nothing; a machine that loses its power may lose the last moments.
    await knex.raw('PRAGMA journal_mode = WAL');
    await knex.raw('PRAGMA synchronous = NORMAL');
  }
  if (!database.migrations?.skip) {
    await knex.migrate.latest({
      directory: resolvePackagePath(
        '@gomon/plugin-gomon-backend',
        'migrations',
      ),
    });
  }
  return knex;
}
