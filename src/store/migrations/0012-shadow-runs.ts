import { sql } from 'kysely'
import type { Migration } from '#ports/migration.ts'
import { integer, moment, text } from './columns.ts'

export const shadowRuns: Migration = {
  name: '0012-shadow-runs',
  async up(db) {
    await db.schema
      .createTable('shadow_runs')
      .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('agent', text, (c) => c.notNull())
      .addColumn('task', text, (c) => c.notNull())
      .addColumn('active', text, (c) => c.notNull())
      .addColumn('candidate', text, (c) => c.notNull())
      .addColumn('was', text)
      .addColumn('would', text)
      .addColumn('at_ms', moment, (c) => c.notNull())
      .execute()
    await sql`create index shadow_runs_agent on shadow_runs (agent, candidate, id)`.execute(db)
  },
}
