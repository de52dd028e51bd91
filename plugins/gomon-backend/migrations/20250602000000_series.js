/**
 * What hosts are sorted by, and figures over time: one row for each component and hour.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.alterTable('hosts', table => {
    table.string('entity_ref', 512).nullable();
    table
      .string('search_key', 255)
      .nullable()
      .comment('The instance in lower case');
    table
      .bigInteger('fresh_until')
      .nullable()
      .comment('After this moment, ok is no longer known to be true');
    table.float('cpu').nullable();
    table.float('memory').nullable();
    table.float('disk').nullable();
  });
  await knex.schema.createTable('figure_hours', table => {
    table.comment('Figures of a component, one value a minute');
    table.string('entity_ref', 512).notNullable();
    table.bigInteger('hour').notNullable();
    table.text('figures', 'longtext').notNullable();
    table.primary(['entity_ref', 'hour']);
    table.index(['hour']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('figure_hours');
  await knex.schema.alterTable('hosts', table => {
    table.dropColumns(
      'entity_ref',
      'search_key',
      'fresh_until',
      'cpu',
      'memory',
      'disk',
    );
  });
};
