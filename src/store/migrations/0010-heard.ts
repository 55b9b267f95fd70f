import type { Migration } from '#ports/migration.ts'
import { moment, text } from './columns.ts'

export const heard: Migration = {
  name: '0010-heard',
  async up(db) {
    await db.schema
      .createTable('heard')
      .addColumn('channel', text, (c) => c.notNull())
      .addColumn('place', text, (c) => c.notNull())
      .addColumn('at_ms', moment, (c) => c.notNull())
      .addPrimaryKeyConstraint('heard_once', ['channel', 'place'])
      .execute()
  },
}
