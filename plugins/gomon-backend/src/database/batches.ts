import { Knex } from 'knex';
import { nextTurn } from '../engine/slices';

/** Rows of one statement. SQLite works on this thread, and a statement is not interrupted. */
const ROWS = 100;

/** Inserts rows, or replaces those with the same key. Requests are answered between its statements. */
export async function upsert(
  knex: Knex,
  table: string,
  key: string[],
  rows: readonly object[],
): Promise<void> {
  for (let start = 0; start < rows.length; start += ROWS) {
    await nextTurn();
    await knex(table)
      .insert(rows.slice(start, start + ROWS))
      .onConflict(key)
      .merge();
  }
}
