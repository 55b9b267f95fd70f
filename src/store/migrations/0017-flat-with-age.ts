import { sql } from 'kysely'
import type { Migration } from '#ports/migration.ts'
import { text } from './columns.ts'

/** What is looked up with every message costs the same in an old home as in a new one. */
export const flatWithAge: Migration = {
  name: '0017-flat-with-age',
  async up(db) {
    await db.schema.alterTable('inbound').addColumn('client', text).execute()
    const spoken = await sql<{
      seq: number
      principal: string
    }>`select seq, principal from inbound where kind = 'message' and principal like '{"kind":"client",%'`.execute(db)
    for (const { seq, principal } of spoken.rows) {
      const { id } = JSON.parse(principal) as { id: string }
      await sql`update inbound set client = ${id} where seq = ${seq}`.execute(db)
    }
    await sql`create index inbound_client on inbound (client, seq) where client is not null`.execute(db)
    await sql`create index outbox_queued on outbox (conversation, state, id) where state = 'queued'`.execute(db)
    await sql`create index outbox_sent on outbox (channel, id) where state = 'sent' and provider is not null`.execute(
      db,
    )
    // With the status in them they are better than the index of all tasks of a conversation, which is as good without.
    await sql`drop index tasks_unended`.execute(db)
    await sql`create index tasks_unended on tasks (conversation, status, created_ms) where ended_ms is null`.execute(db)
    await sql`drop index tasks_expired`.execute(db)
    await sql`create index tasks_expired on tasks (conversation, status, created_ms) where status = 'expired'`.execute(
      db,
    )
    await sql`create index tasks_of_agent on tasks (agent, status, created_ms)`.execute(db)
    await sql`create index tasks_leads on tasks (agent, conversation, created_ms) where agent = 'lead-qualification'`.execute(
      db,
    )
  },
}
