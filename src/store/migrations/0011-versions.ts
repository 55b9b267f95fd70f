import { sql } from 'kysely'
import type { Migration } from '#ports/migration.ts'
import { integer, moment, text } from './columns.ts'

export const versions: Migration = {
  name: '0011-versions',
  async up(db) {
    for (const name of ['pack', 'pack_hash', 'model'])
      await db.schema.alterTable('tasks').addColumn(name, text).execute()
    await sql`create index tasks_pack on tasks (agent, pack, created_ms) where pack is not null`.execute(db)
    await db.schema.alterTable('audit').addColumn('versions', text).execute()
    await db.schema
      .createTable('versions')
      .addColumn('seq', integer, (c) => c.primaryKey().autoIncrement())
      .addColumn('agent', text, (c) => c.notNull())
      .addColumn('active', text, (c) => c.notNull())
      .addColumn('before', text)
      .addColumn('candidate', text)
      .addColumn('trial', text)
      .addColumn('percent', integer, (c) => c.notNull())
      .addColumn('members', text, (c) => c.notNull())
      .addColumn('what', text, (c) => c.notNull())
      .addColumn('changed_by', text, (c) => c.notNull())
      .addColumn('at_ms', moment, (c) => c.notNull())
      .execute()
    await sql`create index versions_agent on versions (agent, seq)`.execute(db)
  },
}
