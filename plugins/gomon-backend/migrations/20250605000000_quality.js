/**
 * What SonarQube says of components.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('quality', table => {
    table.comment('The last answer of SonarQube for each component');
    table.string('entity_ref', 512).primary();
    table.text('quality').notNullable();
  });
  await knex.schema.createTable('verdicts', table => {
    table.comment('The last verdict of the quality gate on each project');
    table.string('project', 512).primary();
    table.string('verdict', 32).notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  await knex.schema.dropTable('verdicts');
  await knex.schema.dropTable('quality');
};
