// Long because every step of the schema stays, in the order in which they run.
import { type Kysely, sql } from 'kysely'
import { consentSubject } from '#kernel/consent.ts'

/** One step of a schema; names sort in the order they run. */
export interface Step {
  name: string
  up(db: Kysely<unknown>): Promise<void>
}

const text = 'text'
const integer = 'integer'
/** Epoch milliseconds do not fit PostgreSQL's 32-bit integer. */
const moment = 'bigint'

/** The core tables. A released step is never edited: a later one changes what it made. */
export const storeSteps: readonly Step[] = [
  {
    name: '0001-desk',
    async up(db) {
      const table = (name: string) => db.schema.createTable(name)
      await table('inbound')
        .addColumn('seq', integer, (c) => c.primaryKey().autoIncrement())
        .addColumn('key', text, (c) => c.notNull().unique())
        .addColumn('lane', text, (c) => c.notNull())
        .addColumn('kind', text, (c) => c.notNull())
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('visible_ms', moment, (c) => c.notNull())
        .addColumn('lease_ms', moment)
        .addColumn('attempts', integer, (c) => c.notNull())
        .addColumn('body', text, (c) => c.notNull())
        .addColumn('principal', text, (c) => c.notNull())
        .addColumn('result', text)
        .execute()
      // Only rows that are still to be done are in these indexes, so they stay small however long the journal grows.
      await sql`create index inbound_lane on inbound (lane, seq) where state in ('waiting', 'leased')`.execute(db)
      await sql`create index inbound_due on inbound (visible_ms, seq) where state = 'waiting'`.execute(db)
      // `kind` stands first so that the planner never takes this one for the claim, which names none.
      await sql`create index inbound_history on inbound (kind, lane, seq)`.execute(db)
      await table('tasks')
        .addColumn('id', text, (c) => c.primaryKey().notNull())
        .addColumn('inbound', integer, (c) => c.notNull())
        .addColumn('position', integer, (c) => c.notNull())
        .addColumn('parent', text)
        .addColumn('conversation', text, (c) => c.notNull())
        .addColumn('channel', text, (c) => c.notNull())
        .addColumn('agent', text, (c) => c.notNull())
        .addColumn('agent_version', text, (c) => c.notNull())
        .addColumn('intent', text, (c) => c.notNull())
        .addColumn('text', text, (c) => c.notNull())
        .addColumn('principal', text, (c) => c.notNull())
        .addColumn('status', text, (c) => c.notNull())
        .addColumn('tier', text, (c) => c.notNull())
        .addColumn('request', text)
        .addColumn('question', text)
        .addColumn('answer', text)
        .addColumn('answered_by', integer)
        .addColumn('said', text)
        .addColumn('policy', text, (c) => c.notNull())
        .addColumn('simulated', integer, (c) => c.notNull())
        .addColumn('created_ms', moment, (c) => c.notNull())
        .addColumn('ended_ms', moment)
        .execute()
      await sql`create index tasks_inbound on tasks (inbound)`.execute(db)
      await sql`create index tasks_answered on tasks (answered_by) where answered_by is not null`.execute(db)
      await sql`create index tasks_unended on tasks (conversation, created_ms) where ended_ms is null`.execute(db)
      await table('actions')
        .addColumn('id', text, (c) => c.primaryKey().notNull())
        .addColumn('task', text, (c) => c.notNull())
        .addColumn('position', integer, (c) => c.notNull())
        .addColumn('kind', text, (c) => c.notNull())
        .addColumn('args', text, (c) => c.notNull())
        .addColumn('because', text, (c) => c.notNull())
        .addColumn('verdict', text, (c) => c.notNull())
        .addColumn('rule', text, (c) => c.notNull())
        .addColumn('facts', text, (c) => c.notNull())
        .addColumn('key', text, (c) => c.notNull())
        .addColumn('status', text, (c) => c.notNull())
        .addColumn('problem', text)
        .addColumn('record', text)
        .addColumn('before', text)
        .addColumn('after', text)
        .addColumn('conversation', text, (c) => c.notNull())
        .addColumn('principal', text, (c) => c.notNull())
        .addColumn('undo_until_ms', moment)
        .addColumn('performed_ms', moment)
        .execute()
      await sql`create index actions_task on actions (task, position)`.execute(db)
      await sql`create index actions_done on actions (conversation, performed_ms) where performed_ms is not null`.execute(
        db,
      )
      await sql`create index actions_when on actions (performed_ms) where performed_ms is not null`.execute(db)
      await table('flags')
        .addColumn('id', text, (c) => c.primaryKey().notNull())
        .addColumn('task', text, (c) => c.notNull())
        .addColumn('reason', text, (c) => c.notNull())
        .addColumn('key', text, (c) => c.notNull())
        .addColumn('body', text, (c) => c.notNull())
        .addColumn('owner', text, (c) => c.notNull())
        .addColumn('backup', text)
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('created_ms', moment, (c) => c.notNull())
        .addColumn('expire_ms', moment, (c) => c.notNull())
        .addColumn('verb', text)
        .addColumn('decided_by', text)
        .addColumn('decided_ms', moment)
        .addColumn('decided_in', integer)
        .execute()
      await sql`create index flags_task on flags (task)`.execute(db)
      await sql`create index flags_open on flags (created_ms) where state = 'open'`.execute(db)
      await sql`create index flags_decided on flags (decided_ms) where decided_ms is not null`.execute(db)
      await table('outbox')
        .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
        .addColumn('key', text, (c) => c.notNull().unique())
        .addColumn('channel', text, (c) => c.notNull())
        .addColumn('conversation', text, (c) => c.notNull())
        .addColumn('recipients', text, (c) => c.notNull())
        .addColumn('message', text, (c) => c.notNull())
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('attempts', integer, (c) => c.notNull())
        .addColumn('next_ms', moment, (c) => c.notNull())
        .addColumn('task', text)
        .addColumn('provider', text)
        .addColumn('created_ms', moment, (c) => c.notNull())
        .execute()
      await sql`create index outbox_due on outbox (next_ms) where state = 'queued'`.execute(db)
      await sql`create index outbox_conversation on outbox (conversation, id)`.execute(db)
      await table('holds')
        .addColumn('person', text, (c) => c.notNull())
        .addColumn('bucket', integer, (c) => c.notNull())
        .addColumn('key', text, (c) => c.notNull())
        .addColumn('expires_ms', moment, (c) => c.notNull())
        .addPrimaryKeyConstraint('holds_once', ['person', 'bucket'])
        .execute()
      await sql`create index holds_key on holds (key)`.execute(db)
      await sql`create index holds_expiry on holds (expires_ms)`.execute(db)
      await table('audit')
        .addColumn('seq', integer, (c) => c.primaryKey().autoIncrement())
        .addColumn('at_ms', moment, (c) => c.notNull())
        .addColumn('what', text, (c) => c.notNull())
        .addColumn('task', text)
        .addColumn('commitment', text, (c) => c.notNull())
        .addColumn('link', text, (c) => c.notNull())
        .execute()
      await table('audit_payloads')
        .addColumn('seq', integer, (c) => c.primaryKey().notNull())
        .addColumn('salt', text, (c) => c.notNull())
        .addColumn('payload', text, (c) => c.notNull())
        .execute()
      await table('tokens')
        .addColumn('hash', text, (c) => c.primaryKey().notNull())
        .addColumn('kind', text, (c) => c.notNull())
        .addColumn('subject', text, (c) => c.notNull())
        .addColumn('created_ms', moment, (c) => c.notNull())
        .addColumn('expires_ms', moment, (c) => c.notNull())
        .addColumn('used_ms', moment)
        .execute()
      await sql`create index tokens_expiry on tokens (expires_ms)`.execute(db)
      await table('settings')
        .addColumn('name', text, (c) => c.primaryKey().notNull())
        .addColumn('value', text, (c) => c.notNull())
        .execute()
    },
  },
  {
    name: '0002-by-record',
    async up(db) {
      await sql`create index actions_record on actions (record) where record is not null`.execute(db)
      await sql`create index tasks_expired on tasks (conversation, created_ms) where status = 'expired'`.execute(db)
    },
  },
  {
    name: '0003-bookings',
    async up(db) {
      await db.schema
        .createTable('bookings')
        .addColumn('id', text, (c) => c.primaryKey().notNull())
        .addColumn('token', text, (c) => c.notNull().unique())
        .addColumn('visitor', text, (c) => c.notNull())
        .addColumn('page', text, (c) => c.notNull())
        .addColumn('type', text)
        .addColumn('task', text, (c) => c.notNull())
        .addColumn('start_ms', moment, (c) => c.notNull())
        .addColumn('end_ms', moment, (c) => c.notNull())
        .addColumn('zone', text, (c) => c.notNull())
        .addColumn('state', text, (c) => c.notNull())
        .addColumn('name', text)
        .addColumn('email', text)
        .addColumn('note', text)
        .addColumn('confirm', text, (c) => c.unique())
        .addColumn('until_ms', moment, (c) => c.notNull())
        .addColumn('created_ms', moment, (c) => c.notNull())
        .addColumn('forget_ms', moment, (c) => c.notNull())
        .execute()
      await sql`create index bookings_visitor on bookings (visitor, created_ms)`.execute(db)
      await sql`create index bookings_forget on bookings (forget_ms)`.execute(db)
    },
  },
  {
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
  },
  {
    name: '0005-aliases',
    async up(db) {
      await db.schema
        .createTable('aliases')
        .addColumn('key', text, (c) => c.notNull())
        .addColumn('speaker', text, (c) => c.notNull())
        .addColumn('words', text, (c) => c.notNull())
        .addColumn('kind', text, (c) => c.notNull())
        .addColumn('record', text, (c) => c.notNull())
        .addColumn('at_ms', moment, (c) => c.notNull())
        .addPrimaryKeyConstraint('aliases_once', ['key', 'speaker'])
        .execute()
    },
  },
  {
    name: '0006-leads-given',
    async up(db) {
      // Hundreds of leads may be written in a minute; few of them are given to somebody, and only those are counted.
      await sql`create index actions_given on actions (performed_ms) where kind in ('lead.create', 'lead.update') and (args like '%"owner":"%' or args like '%"path":"owner"%')`.execute(
        db,
      )
    },
  },
  {
    name: '0007-shown',
    async up(db) {
      await db.schema.alterTable('outbox').addColumn('shown_ms', moment).execute()
    },
  },
  {
    name: '0008-carried',
    async up(db) {
      await db.schema.alterTable('outbox').addColumn('carried', 'text').execute()
      await db.schema.alterTable('outbox').addColumn('why', 'text').execute()
    },
  },
  {
    name: '0009-model',
    async up(db) {
      const { schema } = db
      await schema
        .createTable('model_calls')
        .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
        .addColumn('at_ms', moment, (c) => c.notNull())
        .addColumn('day', text, (c) => c.notNull())
        .addColumn('agent', text, (c) => c.notNull())
        .addColumn('task', text)
        .addColumn('event', integer)
        .addColumn('tier', text, (c) => c.notNull())
        .addColumn('model', text, (c) => c.notNull())
        .addColumn('input_tokens', integer, (c) => c.notNull())
        .addColumn('output_tokens', integer, (c) => c.notNull())
        .addColumn('usd_micros', moment, (c) => c.notNull())
        .addColumn('ms', integer, (c) => c.notNull())
        .addColumn('outcome', text, (c) => c.notNull())
        .execute()
      await sql`create index model_calls_task on model_calls (task) where task is not null`.execute(db)
      await sql`create index model_calls_event on model_calls (event) where task is null`.execute(db)
      await schema
        .createTable('model_days')
        .addColumn('day', text, (c) => c.notNull())
        .addColumn('agent', text, (c) => c.notNull())
        .addColumn('calls', integer, (c) => c.notNull())
        .addColumn('tokens', moment, (c) => c.notNull())
        .addColumn('usd_micros', moment, (c) => c.notNull())
        .addPrimaryKeyConstraint('model_days_once', ['day', 'agent'])
        .execute()
    },
  },
  {
    name: '0010-heard',
    async up(db) {
      await db.schema
        .createTable('heard')
        .addColumn('channel', text, (c) => c.notNull())
        .addColumn('place', text, (c) => c.notNull())
        .addColumn('at_ms', moment, (c) => c.notNull())
        .addPrimaryKeyConstraint('heard_once', ['channel', 'place'])
        .execute()
    },
  },
  {
    name: '0011-versions',
    async up(db) {
      for (const name of ['pack', 'pack_hash', 'model'])
        await db.schema.alterTable('tasks').addColumn(name, text).execute()
      await sql`create index tasks_pack on tasks (agent, pack, created_ms) where pack is not null`.execute(db)
      await db.schema.alterTable('audit').addColumn('versions', text).execute()
      await db.schema
        .createTable('versions')
        .addColumn('seq', integer, (c) => c.primaryKey().autoIncrement())
        .addColumn('agent', text, (c) => c.notNull())
        .addColumn('active', text, (c) => c.notNull())
        .addColumn('before', text)
        .addColumn('candidate', text)
        .addColumn('trial', text)
        .addColumn('percent', integer, (c) => c.notNull())
        .addColumn('members', text, (c) => c.notNull())
        .addColumn('what', text, (c) => c.notNull())
        .addColumn('changed_by', text, (c) => c.notNull())
        .addColumn('at_ms', moment, (c) => c.notNull())
        .execute()
      await sql`create index versions_agent on versions (agent, seq)`.execute(db)
    },
  },
  {
    name: '0012-shadow-runs',
    async up(db) {
      await db.schema
        .createTable('shadow_runs')
        .addColumn('id', integer, (c) => c.primaryKey().autoIncrement())
        .addColumn('agent', text, (c) => c.notNull())
        .addColumn('task', text, (c) => c.notNull())
        .addColumn('active', text, (c) => c.notNull())
        .addColumn('candidate', text, (c) => c.notNull())
        .addColumn('was', text)
        .addColumn('would', text)
        .addColumn('at_ms', moment, (c) => c.notNull())
        .execute()
      await sql`create index shadow_runs_agent on shadow_runs (agent, candidate, id)`.execute(db)
    },
  },
  {
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
  },
  {
    name: '0014-versions-said',
    async up(db) {
      await db.schema.alterTable('versions').addColumn('event', integer).execute()
      await db.schema.alterTable('versions').addColumn('said', text).execute()
    },
  },
]
