import type { Migration } from '#ports/migration.ts'

/** The tables of the embedded calendar, CRM, mailbox and feeds. A released step is never edited: a later one changes it. */
export const localSteps: readonly Migration[] = [
  {
    name: '0001-local',
    async up(db) {
      await db.schema
        .createTable('local_events')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('series', 'text')
        .addColumn('key', 'text', (c) => c.unique())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('start_ms', 'bigint', (c) => c.notNull())
        .addColumn('end_ms', 'bigint', (c) => c.notNull())
        .addColumn('wide', 'integer', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .execute()
      await db.schema
        .createIndex('local_events_window')
        .on('local_events')
        .columns(['wide', 'start_ms', 'end_ms'])
        .execute()
      await db.schema.createIndex('local_events_series').on('local_events').column('series').execute()
      await db.schema
        .createTable('local_contacts')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('local_contacts_version').on('local_contacts').column('version').execute()
      await db.schema
        .createTable('local_contact_addresses')
        .addColumn('address', 'text', (c) => c.notNull())
        .addColumn('contact', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('local_contact_addresses_once', ['address', 'contact'])
        .execute()
      await db.schema
        .createIndex('local_contact_addresses_contact')
        .on('local_contact_addresses')
        .column('contact')
        .execute()
      await db.schema
        .createTable('local_feeds')
        .addColumn('hash', 'text', (c) => c.primaryKey().notNull())
        .addColumn('person', 'text', (c) => c.notNull())
        .addColumn('mode', 'text', (c) => c.notNull())
        .addColumn('created_ms', 'bigint', (c) => c.notNull())
        .execute()
    },
  },
  {
    name: '0002-records',
    async up(db) {
      await db.schema
        .alterTable('local_contacts')
        .addColumn('archived', 'integer', (c) => c.notNull().defaultTo(0))
        .execute()
      await db.schema
        .createTable('local_records')
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('archived', 'integer', (c) => c.notNull())
        .addColumn('about', 'text')
        .addColumn('body', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('local_records_once', ['kind', 'id'])
        .execute()
      await db.schema.createIndex('local_records_about').on('local_records').column('about').execute()
    },
  },
  {
    name: '0003-mailbox',
    async up(db) {
      await db.schema
        .createTable('local_mails')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('version', 'integer', (c) => c.notNull())
        .addColumn('thread', 'text', (c) => c.notNull())
        .addColumn('folder', 'text', (c) => c.notNull())
        .addColumn('conversation', 'text')
        .addColumn('at_ms', 'bigint', (c) => c.notNull())
        .addColumn('subject', 'text', (c) => c.notNull())
        .addColumn('people', 'text', (c) => c.notNull())
        .addColumn('search', 'text', (c) => c.notNull())
        .addColumn('body', 'text', (c) => c.notNull())
        .execute()
      for (const [name, columns] of [
        ['thread', ['thread']],
        ['folder', ['folder', 'at_ms']],
        ['conversation', ['conversation', 'at_ms']],
        ['subject', ['subject', 'at_ms']],
      ] as const)
        await db.schema
          .createIndex(`local_mails_${name}`)
          .on('local_mails')
          .columns([...columns])
          .execute()
      await db.schema
        .createTable('local_mail_ids')
        .addColumn('id', 'text', (c) => c.primaryKey().notNull())
        .addColumn('thread', 'text', (c) => c.notNull())
        .execute()
      await db.schema.createIndex('local_mail_ids_thread').on('local_mail_ids').column('thread').execute()
    },
  },
  {
    name: '0004-leads',
    async up(db) {
      await db.schema
        .createTable('local_lead_keys')
        .addColumn('key', 'text', (c) => c.notNull())
        .addColumn('lead', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('local_lead_keys_once', ['key', 'lead'])
        .execute()
      await db.schema.createIndex('local_lead_keys_lead').on('local_lead_keys').column('lead').execute()
    },
  },
  {
    name: '0005-merged',
    async up(db) {
      await db.schema
        .createTable('local_merged')
        .addColumn('kind', 'text', (c) => c.notNull())
        .addColumn('id', 'text', (c) => c.notNull())
        .addColumn('into', 'text', (c) => c.notNull())
        .addPrimaryKeyConstraint('local_merged_once', ['kind', 'id'])
        .execute()
    },
  },
]
