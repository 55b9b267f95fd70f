import { sql } from 'kysely'
import { consentSubject } from '#kernel/consent.ts'
import type { Migration } from '#ports/migration.ts'
import { moment, text } from './columns.ts'

export const consents: Migration = {
  name: '0013-consents',
  async up(db) {
    await db.schema
      .createTable('consents')
      .addColumn('channel', text, (c) => c.notNull())
      .addColumn('subject', text, (c) => c.notNull())
      .addColumn('state', text, (c) => c.notNull())
      .addColumn('how', text, (c) => c.notNull())
      .addColumn('by_whom', text)
      .addColumn('words', text, (c) => c.notNull())
      .addColumn('at_ms', moment, (c) => c.notNull())
      .addPrimaryKeyConstraint('consents_once', ['channel', 'subject'])
      .execute()
    const before = await sql<{
      channel: string
      conversation: string
      words: string
      at_ms: number
    }>`select * from opt_outs`.execute(db)
    for (const { channel, conversation, words, at_ms } of before.rows)
      await sql`insert into consents (channel, subject, state, how, words, at_ms) values (${channel}, ${consentSubject(channel, conversation)}, 'withdrawn', 'words', ${words}, ${at_ms})`.execute(
        db,
      )
    await db.schema.dropTable('opt_outs').execute()
    await sql`create index actions_messages on actions (performed_ms) where kind = 'message.send'`.execute(db)
    await sql`create index actions_message_keys on actions (key) where kind = 'message.send'`.execute(db)
  },
}
