import { sql } from 'kysely'
import type { Migration } from '#ports/migration.ts'
import { moment, text } from './columns.ts'

export const bookings: Migration = {
  name: '0003-bookings',
  async up(db) {
    await db.schema
      .createTable('bookings')
      .addColumn('id', text, (c) => c.primaryKey().notNull())
      .addColumn('token', text, (c) => c.notNull().unique())
      .addColumn('visitor', text, (c) => c.notNull())
      .addColumn('page', text, (c) => c.notNull())
      .addColumn('type', text)
      .addColumn('task', text, (c) => c.notNull())
      .addColumn('start_ms', moment, (c) => c.notNull())
      .addColumn('end_ms', moment, (c) => c.notNull())
      .addColumn('zone', text, (c) => c.notNull())
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('name', text)
      .addColumn('email', text)
      .addColumn('note', text)
      .addColumn('confirm', text, (c) => c.unique())
      .addColumn('until_ms', moment, (c) => c.notNull())
      .addColumn('created_ms', moment, (c) => c.notNull())
      .addColumn('forget_ms', moment, (c) => c.notNull())
      .execute()
    await sql`create index bookings_visitor on bookings (visitor, created_ms)`.execute(db)
    await sql`create index bookings_forget on bookings (forget_ms)`.execute(db)
  },
}
