import type { AccountDraft } from '#kernel/account.ts'
import type { DealDraft } from '#kernel/deal.ts'
import { type Mail, recipientsOf } from '#kernel/mail.ts'
import type { Sql } from '#ports/sql.ts'
import { everyContact } from './contacts/export.ts'
import type { StoredContact } from './contacts/stored-contact.ts'
import { everyRecord } from './crm/every-record.ts'
import { everyEvent } from './ics/export.ts'
import { mailOf } from './mailbox/stored-mail.ts'
import { everyMail } from './mbox/export.ts'

/** An event as `export --json` prints it: one record a series, an exception is `uid#original-start`. */
export interface CalendarRecord {
  id: string
  title: string | null
  /** ISO 8601 instant in UTC, or a date. */
  start: string
  /** Exclusive. */
  end: string
  attendees: readonly string[]
  organizer: string | null
  location: string | null
  status: 'confirmed' | 'tentative' | 'cancelled'
  recurrence: string | null
}

/** A contact as `export --json` prints it: cells as they were written. */
export interface ContactRecord extends StoredContact {
  id: string
  /** E-mail address of the responsible person. */
  owner: string | null
}

/** An account as `export --json` prints it. */
export interface AccountRecord extends AccountDraft {
  id: string
}

/** A deal as `export --json` prints it; fields that it does not name stand under `custom`, where they say anything. */
export interface DealRecord
  extends Pick<DealDraft, 'name' | 'contact' | 'company' | 'stage' | 'amountMinor' | 'currency' | 'closeDate'> {
  id: string
  /** E-mail address of the responsible person. */
  owner: string | null
  notes: string | null
  custom: Readonly<Record<string, string>>
}

/** A message as `export --json` prints it; `to` is every recipient. */
export type MailRecord = Pick<Mail, 'id' | 'folder' | 'from' | 'to' | 'subject' | 'sentAt' | 'body' | 'threadId'>

/** Every event, by id. */
export async function calendarRecords(sql: Sql): Promise<CalendarRecord[]> {
  const records: CalendarRecord[] = []
  for await (const { row, stored } of everyEvent(sql)) {
    records.push({
      id: row.id,
      title: stored.title || null,
      start: stored.start,
      end: stored.end,
      attendees: stored.attendees.map((one) => one.address),
      organizer: stored.organizer || null,
      location: stored.location,
      status: stored.status,
      recurrence: stored.recurrence,
    })
  }
  return records.sort(byId)
}

/**
 * Every contact, by id.
 * @param ownerAddress the e-mail address of a person named by policy id; null where it is none
 */
export async function contactRecords(
  sql: Sql,
  ownerAddress: (owner: string) => string | null,
): Promise<ContactRecord[]> {
  const records: ContactRecord[] = []
  for await (const { row, stored } of everyContact(sql)) {
    const { owner, custom, name, email, phone, company, status, notes } = stored
    const address = owner === null ? null : (ownerAddress(owner) ?? owner)
    records.push({ id: row.id, name, email, phone, company, owner: address, status, notes, custom })
  }
  return records.sort(byId)
}

/** Every account, by id. */
export async function accountRecords(
  sql: Sql,
  ownerAddress: (owner: string) => string | null,
): Promise<AccountRecord[]> {
  const records: AccountRecord[] = []
  for await (const { id, stored } of everyRecord<AccountDraft>(sql, 'account')) {
    const { owner } = stored
    records.push({ id, ...stored, owner: owner === null ? null : (ownerAddress(owner) ?? owner) })
  }
  return records.sort(byId)
}

/** Every deal, by id. */
export async function dealRecords(sql: Sql, ownerAddress: (owner: string) => string | null): Promise<DealRecord[]> {
  const records: DealRecord[] = []
  for await (const { id, stored } of everyRecord<DealDraft>(sql, 'deal')) {
    const { name, contact, company, stage, amountMinor, currency, closeDate, owner, notes, ...more } = stored
    const { custom, ...unnamed } = more
    const said = Object.entries(unnamed).flatMap(([field, text]) => (text === null ? [] : [[field, text]]))
    records.push({
      ...{ id, name, contact, company, stage, amountMinor, currency, closeDate },
      owner: owner === null ? null : (ownerAddress(owner) ?? owner),
      notes,
      custom: { ...Object.fromEntries(said), ...custom },
    })
  }
  return records.sort(byId)
}

/** Every message, by id. */
export async function mailRecords(sql: Sql): Promise<MailRecord[]> {
  const records: MailRecord[] = []
  for await (const row of everyMail(sql)) {
    const mail = mailOf(row)
    const { id, folder, from, subject, sentAt, body, threadId } = mail
    records.push({ id, folder, from, to: recipientsOf(mail), subject, sentAt, body, threadId })
  }
  return records.sort(byId)
}

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
