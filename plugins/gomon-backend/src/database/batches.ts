import { Knex } from 'knex';

/** Rows of one statement: SQLite takes 32,766 variables, PostgreSQL 65,535. */
const ROWS = 500;

/** Inserts rows, or replaces those with the same key. */
export async function upsert(
  knex: Knex,
  table: string,
  key: string[],
  rows: readonly object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS) {
    await knex(table)
      .insert(rows.slice(start, start + ROWS))
      .onConflict(key)
      .merge();
  }
}
