import type { Migration } from '#ports/migration.ts'
import { text } from './columns.ts'

/** By which of the router's packs a model found whose job a task is. */
export const routedBy: Migration = {
  name: '0018-routed-by',
  async up(db) {
    await db.schema.alterTable('tasks').addColumn('routed_by', text).execute()
  },
}
