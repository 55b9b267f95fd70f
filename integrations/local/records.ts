import type { Sql } from '#ports/sql.ts'
import { everyContact } from './contacts/export.ts'
import type { StoredContact } from './contacts/stored-contact.ts'
import { everyEvent } from './ics/export.ts'

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

const byId = (a: { id: string }, b: { id: string }): number => (a.id < b.id ? -1 : 1)
