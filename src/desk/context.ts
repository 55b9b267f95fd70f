import type { Policy } from '#policy/policy.ts'
import type { Calendar } from '#ports/calendar.ts'
import type { Channel } from '#ports/channel.ts'
import type { Clock } from '#ports/clock.ts'
import type { Crm } from '#ports/crm.ts'
import type { Log } from '#ports/log.ts'
import type { Mailbox } from '#ports/mailbox.ts'
import type { Mailer } from '#ports/mailer.ts'
import type { Random } from '#ports/random.ts'
import type { Sql } from '#ports/sql.ts'
import type { Trip } from '#ports/trip.ts'
import type { AuditEntry, AuditSecrets } from '#store/audit/append.ts'
import type { Waits } from './in/waits.ts'
import type { DeskModels } from './model/models.ts'

/** What every room of the desk works with: ports and the policy in force. Composed once, never changed. */
export interface DeskContext {
  sql: Sql
  clock: Clock
  random: Random
  log: Log
  trip: Trip
  /** Proposes and performs nothing. */
  dry: boolean
  /** The policy in force now; a hot reload changes what it answers. */
  policy(): Policy
  calendar: Calendar
  crm: Crm
  mailbox: Mailbox
  mailer: Mailer
  channels: ReadonlyMap<string, Channel>
  /** The models, where there are any. */
  models: DeskModels
  /** What is only waited for. */
  waits: Waits
  /** The audit chain's secrets and how its entries are made; see `watch/audit`. */
  audit: AuditSecrets
  /** Told after every commit that changes what pages show. */
  changed(what: DeskChange): void
}

/** What pages listen to: which conversation, flag or ledger changed, never what it says. */
export interface DeskChange {
  topic: 'conversation' | 'flags' | 'actions' | 'desk'
  id: string
}

export type { AuditEntry }
