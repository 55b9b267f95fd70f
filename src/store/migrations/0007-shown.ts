import type { Migration } from '#ports/migration.ts'
import { moment } from './columns.ts'

export const shown: Migration = {
  name: '0007-shown',
  async up(db) {
    await db.schema.alterTable('outbox').addColumn('shown_ms', moment).execute()
  },
}
