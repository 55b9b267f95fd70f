import type { Context } from 'hono'
import type { Desk } from '#desk/desk.ts'
import type { VersionParts } from '#desk/versions/in-force.ts'
import type { Hub } from '#desk/views/hub.ts'
import type { Viewer } from '#desk/views/viewer.ts'
import type { Contact } from '#kernel/contact.ts'
import type { Channel } from '#ports/channel.ts'
import type { BookingWeb } from './booking/parts.ts'
import type { FormsWeb } from './hooks/parts.ts'
import type { FormTally } from './hooks/tally.ts'

/** How far a home has been set up: nothing in it, the made-up team, or a team's own. */
export type Setup = 'empty' | 'demo' | 'real'

/** A private calendar address, by the hash that is kept of it. */
export interface FeedLink {
  hash: string
  mode: 'busy' | 'full'
  createdMs: number
}

/** The private calendar addresses of members. */
export interface FeedLinks {
  /** How the outside reaches feeds, without a slash at the end; null while PUBLIC_PORT is off. */
  base(): string | null
  /** Makes one and answers its secret, which is kept nowhere. */
  create(person: string, mode: FeedLink['mode']): Promise<string>
  list(person: string): Promise<readonly FeedLink[]>
  /** False where the person has no such feed. */
  revoke(hash: string, person: string): Promise<boolean>
}

/** What the console tells of web forms. */
export interface FormsAtWork {
  /** What was turned away at their doors. */
  tally: FormTally
  /** Whether servers may sign posts of a form. */
  signed(form: string): boolean
}

/** Records that the console takes in from a file. */
export const IMPORTED_KINDS = ['accounts', 'contacts', 'deals'] as const
export type ImportedKind = (typeof IMPORTED_KINDS)[number]

/** What an import did, or would do, by record. */
export interface ImportOutcome {
  added: number
  changed: number
  unchanged: number
  /** Of a file that was only tried: rows that look like another row or record, a sentence each. */
  duplicates?: readonly string[]
}

/** A CSV file to be taken in, or only to be tried. */
export interface ImportText {
  /** How it is called in messages. */
  file: string
  text: string
  dryRun: boolean
  onProgress?: (progress: { done: number; total: number }) => void
}

/** What the console is built of. */
export interface ConsoleParts {
  desk: Desk
  /** Hears every change of the desk; live pages hang on it. */
  hub: Hub
  /** Names the console may be asked for by, beside those of this machine; a port is ignored. */
  allowedHosts: readonly string[]
  /** Who is on file, by name. */
  contacts(limit: number): Promise<readonly Contact[]>
  /** The team's calendar as an iCalendar file, in pieces. */
  calendarFile(): AsyncIterable<string>
  /** @throws DeskError IMPORT_INVALID naming the line, IMPORT_TOO_LARGE; nothing is written then */
  importRecords(kind: ImportedKind, file: ImportText): Promise<ImportOutcome>
  feeds: FeedLinks
  forms: FormsAtWork
  versions: VersionParts
  setup(): Setup
  startDemo(): Promise<void>
  startReal(): Promise<void>
  /** When the process started, epoch milliseconds. */
  startedMs: number
  /** Times the store waited for the disk since the start. */
  flushes(): number
}

/** What PUBLIC_PORT serves. */
export interface PublicParts {
  /** The iCalendar text behind a feed's secret, or null where there is none. */
  feed(token: string): Promise<string | null>
  booking: BookingWeb
  /** Those that their providers post to answer under `/hooks/<name>`. */
  channels?: readonly Pick<Channel, 'name' | 'hook'>[]
  forms: FormsWeb
}

/** What requests carry once the doors have let them in. */
export interface WebEnv {
  Variables: { viewer: Viewer; session: string }
}
export type WebContext = Context<WebEnv>
