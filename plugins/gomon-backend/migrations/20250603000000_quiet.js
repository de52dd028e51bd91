/**
 * What keeps components quiet, and what their owners have been told.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('silences', table => {
    table.comment('Maintenance, acknowledgements and mutes');
    table.string('id', 64).primary();
    table.string('entity_ref', 512).notNullable().index();
    table.bigInteger('from').notNullable();
    table
      .bigInteger('until')
      .notNullable()
      .comment('Brought forward when it is ended early');
    table.text('silence').notNullable();
  });
  await knex.schema.createTable('incidents', table => {
    table.comment('Components that are a cause at the moment');
    table.string('entity_ref', 512).primary();
    table.bigInteger('opened_at').notNullable();
    table.bigInteger('notified_at').nullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('incidents');
  await knex.schema.dropTable('silences');
};
