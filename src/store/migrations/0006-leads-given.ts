import { sql } from 'kysely'
import type { Migration } from '#ports/migration.ts'

export const leadsGiven: Migration = {
  name: '0006-leads-given',
  async up(db) {
    // Hundreds of leads may be written in a minute; few of them are given to somebody, and only those are counted.
    await sql`create index actions_given on actions (performed_ms) where kind in ('lead.create', 'lead.update') and (args like '%"owner":"%' or args like '%"path":"owner"%')`.execute(
      db,
    )
  },
}
