import { sql } from 'kysely'
import type { Migration } from '#ports/migration.ts'
import { integer, moment, text } from './columns.ts'

export const model: Migration = {
  name: '0009-model',
  async up(db) {
    const { schema } = db
    await schema
      .createTable('model_calls')
      .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('at_ms', moment, (c) => c.notNull())
      .addColumn('day', text, (c) => c.notNull())
      .addColumn('agent', text, (c) => c.notNull())
      .addColumn('task', text)
      .addColumn('event', integer)
      .addColumn('tier', text, (c) => c.notNull())
      .addColumn('model', text, (c) => c.notNull())
      .addColumn('input_tokens', integer, (c) => c.notNull())
      .addColumn('output_tokens', integer, (c) => c.notNull())
      .addColumn('usd_micros', moment, (c) => c.notNull())
      .addColumn('ms', integer, (c) => c.notNull())
      .addColumn('outcome', text, (c) => c.notNull())
      .execute()
    await sql`create index model_calls_task on model_calls (task) where task is not null`.execute(db)
    await sql`create index model_calls_event on model_calls (event) where task is null`.execute(db)
    await schema
      .createTable('model_days')
      .addColumn('day', text, (c) => c.notNull())
      .addColumn('agent', text, (c) => c.notNull())
      .addColumn('calls', integer, (c) => c.notNull())
      .addColumn('tokens', moment, (c) => c.notNull())
      .addColumn('usd_micros', moment, (c) => c.notNull())
      .addPrimaryKeyConstraint('model_days_once', ['day', 'agent'])
      .execute()
  },
}
