/**
 * State of the health engine: what it knows of components, pipelines and hosts, the events of its timeline, and the lease by
 * which one replica at a time runs it. Moments are milliseconds since 1970, documents are JSON.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('components', table => {
    table.comment(
      'Latest state of every component, as the API answers it and as the engine goes on from it',
    );
    table.string('entity_ref', 512).primary();
    table.string('environment', 255).notNullable().index();
    table.string('status', 32).notNullable();
    table.text('health', 'longtext').notNullable();
    table.text('memory', 'longtext').notNullable();
  });
  await knex.schema.createTable('pipelines', table => {
    table.comment('Latest state of every pipeline');
    table.string('environment', 255).notNullable();
    table.string('name', 64).notNullable();
    table.string('status', 32).notNullable();
    table.text('pipeline', 'longtext').notNullable();
    table.primary(['environment', 'name']);
  });
  await knex.schema.createTable('hosts', table => {
    table.comment('Latest state of every host that has reported');
    table.string('environment', 255).notNullable();
    table.string('instance', 255).notNullable();
    table.string('status', 32).notNullable();
    table
      .integer('severity')
      .notNullable()
      .comment('Order of the status, worst highest');
    table.bigInteger('last_sample_at').nullable();
    table.text('host', 'longtext').notNullable();
    table.primary(['environment', 'instance']);
    table.index(['environment', 'severity', 'instance']);
  });
  await knex.schema.createTable('events', table => {
    table.comment(
      'What changed when: transitions of components and pipelines, and events from outside',
    );
    table.bigIncrements('id');
    table.bigInteger('at').notNullable();
    table.string('environment', 255).notNullable();
    table.string('kind', 64).notNullable();
    table.string('entity_ref', 512).nullable();
    table.text('event', 'longtext').notNullable();
    table.index(['at', 'id']);
    table.index(['entity_ref', 'at']);
  });
  await knex.schema.createTable('leases', table => {
    table.comment('Who runs the engine');
    table.string('id', 64).primary();
    table.string('holder', 64).notNullable();
    table.bigInteger('expires_at').notNullable();
  });
};

/**
 * @param {import('knex').Knex} knex
 */
exports.down = async function down(knex) {
  for (const table of [
    'leases',
    'events',
    'hosts',
    'pipelines',
    'components',
  ]) {
    await knex.schema.dropTable(table);
  }
};
