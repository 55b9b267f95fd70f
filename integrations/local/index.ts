import { DeskError } from '#kernel/errors.ts'
import type { Sql } from '#ports/sql.ts'
import { exportAccounts, importAccounts } from './accounts/files.ts'
import { LocalCalendar } from './calendar/local-calendar.ts'
import { exportContacts } from './contacts/export.ts'
import { importContacts } from './contacts/import.ts'
import { LocalCrm } from './crm/local-crm.ts'
import { exportDeals, importDeals, type Pipeline } from './deals/files.ts'
import { type FeedAsk, feedText } from './feeds/feed-text.ts'
import { Feeds } from './feeds/feeds.ts'
import { exportCalendar } from './ics/export.ts'
import { importCalendar } from './ics/import.ts'
import { inviteText } from './ics/invite.ts'
import { readReply } from './ics/reply.ts'
import type { ImportFile, ImportReport } from './import-file.ts'
import { LocalMailbox } from './mailbox/local-mailbox.ts'
import { exportMail } from './mbox/export.ts'
import { importMail, type MailFile } from './mbox/import.ts'
import { localSteps } from './migrations.ts'
import { accountRecords, calendarRecords, contactRecords, dealRecords, mailRecords } from './records.ts'

export interface LocalOptions {
  sql: Sql
  /** Whether an address (lower case) is the team's: an unanswered invitation by a colleague is firm. All, by default. */
  isMember?: (address: string) => boolean
  /** The e-mail address of a person named by policy id, for records; null where there is none. */
  ownerAddress?: (owner: string) => string | null
  /** What the policy says of deals, for their import. */
  pipeline: () => Pipeline
}

const LONGEST_CSV = 100_000_000

/** The embedded calendar, CRM and mailbox over the desk's own database, with everything that goes in and out of them. */
export function openLocal({ sql, isMember = () => true, ownerAddress = () => null, pipeline }: LocalOptions) {
  return {
    calendar: new LocalCalendar(sql, isMember),
    crm: new LocalCrm(sql),
    mailbox: new LocalMailbox(sql),
    feeds: new Feeds(sql),
    inviteText,
    readReply,
    feedText: (ask: Omit<FeedAsk, 'isMember'>) => feedText(sql, { ...ask, isMember }),
    /** By kind; each throws DeskError IMPORT_INVALID or IMPORT_TOO_LARGE before anything is written. */
    importers: {
      calendar: (source: ImportFile): Promise<ImportReport> => importCalendar(sql, source.open, source),
      contacts: async (source: ImportFile): Promise<ImportReport> =>
        importContacts(sql, await wholeText(source), source),
      accounts: async (source: ImportFile): Promise<ImportReport> =>
        importAccounts(sql, await wholeText(source), source),
      deals: async (source: ImportFile): Promise<ImportReport> =>
        importDeals(sql, await wholeText(source), pipeline(), source),
      mail: (source: MailFile): Promise<ImportReport> => importMail(sql, source),
    },
    /** By kind; the pieces of the file. */
    exporters: {
      calendar: (nowMs: number): AsyncIterable<string> => exportCalendar(sql, nowMs),
      contacts: (_nowMs: number): AsyncIterable<string> => exportContacts(sql),
      accounts: (_nowMs: number): AsyncIterable<string> => exportAccounts(sql),
      deals: (_nowMs: number): AsyncIterable<string> => exportDeals(sql),
      mail: (_nowMs: number): AsyncIterable<string> => exportMail(sql),
    },
    /** What `export --json` prints, by store, each sorted by id. */
    records: async () => ({
      calendar: await calendarRecords(sql),
      contacts: await contactRecords(sql, ownerAddress),
      accounts: await accountRecords(sql, ownerAddress),
      deals: await dealRecords(sql, ownerAddress),
      mail: await mailRecords(sql),
    }),
    migrations: localSteps,
  }
}

export type Local = ReturnType<typeof openLocal>

async function wholeText({ file, open }: ImportFile): Promise<string> {
  let text = ''
  for await (const piece of open()) {
    text += piece
    if (text.length > LONGEST_CSV)
      throw new DeskError('IMPORT_TOO_LARGE', { file, limit: LONGEST_CSV, what: 'characters' })
  }
  return text
}
