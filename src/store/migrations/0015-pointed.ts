import type { Migration } from '#ports/migration.ts'
import { text } from './columns.ts'

/** What a model pointed at when it found whose job a message is, until the job's agent has read it. */
export const pointed: Migration = {
  name: '0015-pointed',
  async up(db) {
    await db.schema.alterTable('tasks').addColumn('pointed', text).execute()
  },
}
