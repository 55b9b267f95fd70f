import { sql } from 'kysely'
import type { Migration } from '#ports/migration.ts'

export const byRecord: Migration = {
  name: '0002-by-record',
  async up(db) {
    await sql`create index actions_record on actions (record) where record is not null`.execute(db)
    await sql`create index tasks_expired on tasks (conversation, created_ms) where status = 'expired'`.execute(db)
  },
}
