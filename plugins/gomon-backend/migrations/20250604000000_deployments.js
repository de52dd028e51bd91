/**
 * What Argo CD says of components.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('deployments', table => {
    table.comment('The last answer of Argo CD for each component');
    table.string('entity_ref', 512).primary();
    table.text('deployments').notNullable();
  });
  await knex.schema.createTable('syncs', table => {
    table.comment('Syncs that stand among the events');
    table.string('application', 255).notNullable();
    table.bigInteger('deployed_at').notNullable();
    table.string('revision', 255).notNullable();
    table.primary(['application', 'deployed_at']);
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('syncs');
  await knex.schema.dropTable('deployments');
};
