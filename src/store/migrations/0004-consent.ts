import type { Migration } from '#ports/migration.ts'
import { moment, text } from './columns.ts'

export const consent: Migration = {
  name: '0004-consent',
  async up(db) {
    await db.schema
      .createTable('opt_outs')
      .addColumn('channel', text, (c) => c.notNull())
      .addColumn('conversation', text, (c) => c.notNull())
      .addColumn('words', text, (c) => c.notNull())
      .addColumn('at_ms', moment, (c) => c.notNull())
      .addPrimaryKeyConstraint('opt_outs_once', ['channel', 'conversation'])
      .execute()
  },
}
