import { statementsOver } from '#ports/statement.ts'

/** Times are epoch milliseconds, flags 0 or 1, `body` is JSON: what SQLite and PostgreSQL agree on. */
export interface LocalTables {
  local_events: {
    /** `uid`, or `uid#original-start` of an exception. */
    id: string
    /** Uid of the series an exception belongs to. */
    series: string | null
    /** Idempotency key of the action that made it. */
    key: string | null
    version: number
    start_ms: number
    /** End of the last instance; very far away for a series without an end. */
    end_ms: number
    /** 1 where it recurs or is long, so that ordinary events can be found by their start alone. */
    wide: number
    /** A StoredEvent. */
    body: string
  }
  local_contacts: {
    id: string
    version: number
    /** 1 where it was put away: it is kept, and found no more. */
    archived: number
    /** A StoredContact. */
    body: string
  }
  local_contact_addresses: {
    /** E-mail in lower case, or a phone's digits. */
    address: string
    contact: string
  }
  /** Accounts, deals, leads and activities. */
  local_records: {
    kind: string
    id: string
    version: number
    archived: number
    /** `deal:ID` of what an activity is about. */
    about: string | null
    /** The draft of its kind. */
    body: string
  }
  local_mails: {
    /** Message-ID without its brackets. */
    id: string
    version: number
    thread: string
    folder: string
    /** The desk's own conversation that it is part of. */
    conversation: string | null
    /** When it was sent; of one without a date, when it was filed. */
    at_ms: number
    /** Folded, without what answering put before it. */
    subject: string
    /** Folded addresses of everybody it is from or goes to, each between two line ends. */
    people: string
    /** Folded text that is searched. */
    search: string
    /** A MailDraft. */
    body: string
  }
  /** Every Message-ID that a message bears or names, and the thread it leads to. */
  local_mail_ids: {
    id: string
    thread: string
  }
  /** Records that became one with another, and under which id they go since. */
  local_merged: { kind: string; id: string; into: string }
  local_lead_keys: {
    /** A conversation or an address, as `leadKeys` makes them. */
    key: string
    lead: string
  }
  local_feeds: {
    /** SHA-256 of the token in the feed's address. */
    hash: string
    person: string
    mode: string
    created_ms: number
  }
}

/** Makes statements over the tables of the embedded calendar, CRM and mailbox. */
export const statement = statementsOver<LocalTables>()
