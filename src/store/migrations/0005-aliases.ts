import type { Migration } from '#ports/migration.ts'
import { moment, text } from './columns.ts'

export const aliases: Migration = {
  name: '0005-aliases',
  async up(db) {
    await db.schema
      .createTable('aliases')
      .addColumn('key', text, (c) => c.notNull())
      .addColumn('speaker', text, (c) => c.notNull())
      .addColumn('words', text, (c) => c.notNull())
      .addColumn('kind', text, (c) => c.notNull())
      .addColumn('record', text, (c) => c.notNull())
      .addColumn('at_ms', moment, (c) => c.notNull())
      .addPrimaryKeyConstraint('aliases_once', ['key', 'speaker'])
      .execute()
  },
}
