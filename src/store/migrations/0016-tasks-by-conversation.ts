import { sql } from 'kysely'
import type { Migration } from '#ports/migration.ts'

export const tasksByConversation: Migration = {
  name: '0016-tasks-by-conversation',
  async up(db) {
    await sql`create index tasks_conversation on tasks (conversation, created_ms)`.execute(db)
  },
}
