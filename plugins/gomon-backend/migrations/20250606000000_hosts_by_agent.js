/**
 * Every list of hosts asks through which agents they report, and for the hosts of those that the caller may see.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('hosts', table => {
    table.index(['entity_ref']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.alterTable('hosts', table => {
    table.dropIndex(['entity_ref']);
  });
};
