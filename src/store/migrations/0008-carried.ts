import type { Migration } from '#ports/migration.ts'

export const carried: Migration = {
  name: '0008-carried',
  async up(db) {
    await db.schema.alterTable('outbox').addColumn('carried', 'text').execute()
    await db.schema.alterTable('outbox').addColumn('why', 'text').execute()
  },
}
