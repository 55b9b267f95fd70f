import type { Migration } from '#ports/migration.ts'
import { integer, text } from './columns.ts'

export const versionsSaid: Migration = {
  name: '0014-versions-said',
  async up(db) {
    await db.schema.alterTable('versions').addColumn('event', integer).execute()
    await db.schema.alterTable('versions').addColumn('said', text).execute()
  },
}
