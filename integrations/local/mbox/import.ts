import { DeskError } from '#kernel/errors.ts'
import { canonical } from '#kernel/ids.ts'
import type { Operation, Sql } from '#ports/sql.ts'
import type { Fate, ImportReport } from '../import-file.ts'
import { fileMail } from '../mailbox/file.ts'
import { mailRow } from '../mailbox/mail-rows.ts'
import { madeUpId, type ReadMail, readMail } from './read-mail.ts'
import { placeIn } from './separator.ts'
import { LONGEST_MAIL_BYTES, type RawMail, splitMbox } from './split.ts'

/** A mailbox file to be taken in. `bytes` begins reading it anew at every call. */
export interface MailFile {
  /** How the file is called in messages. */
  file: string
  bytes: () => AsyncIterable<Uint8Array>
  onProgress?: (progress: { done: number; total: number }) => void
}

/** More than a small team receives in many years; it keeps a mistaken file from filling the disk. */
export const MOST_MAILS = 200_000
const CHUNK = 100

/** A message of the file and where it stands there. */
interface Numbered extends ReadMail {
  raw: RawMail
}

/**
 * Takes an mbox file in, one message in memory at a time. What is broken of a message is named, and the rest of it kept; only
 * one that is too large or cannot be read at all is left out. A message that is there already is left as it lies; another one
 * under the same Message-ID is kept beside it.
 * @throws DeskError IMPORT_INVALID where the file holds no message, IMPORT_TOO_LARGE; both before anything is written
 */
export async function importMail(sql: Sql, { file, bytes, onProgress }: MailFile): Promise<ImportReport> {
  const total = await countedMails(bytes(), file)
  const report = { added: 0, changed: 0, unchanged: 0 }
  const problems: string[] = []
  let chunk: Numbered[] = []
  let number = 0
  const write = async () => {
    const mails = chunk
    chunk = []
    for (const fate of await sql.write(() => keepMails(mails))) report[fate]++
    onProgress?.({ done: number, total })
  }
  for await (const raw of splitMbox(bytes())) {
    number++
    const read = await readOrProblem(raw)
    const found = typeof read === 'string' ? [`${read}; it was left out`] : read.problems
    problems.push(...found.map((problem) => `message ${number} (line ${raw.line}): ${problem}`))
    if (typeof read !== 'string') chunk.push({ raw, ...read })
    if (chunk.length === CHUNK) await write()
  }
  if (chunk.length > 0) await write()
  return problems.length > 0 ? { ...report, problems } : report
}

async function countedMails(source: AsyncIterable<Uint8Array>, file: string): Promise<number> {
  let total = 0
  for await (const { line, separator } of splitMbox(source)) {
    total++
    if (total === 1 && separator === '')
      throw new DeskError('IMPORT_INVALID', {
        file,
        where: `line ${line}`,
        problem: 'a mailbox file begins with "From "',
      })
    if (total > MOST_MAILS) throw new DeskError('IMPORT_TOO_LARGE', { file, limit: MOST_MAILS, what: 'messages' })
  }
  return total
}

async function readOrProblem({ bytes }: RawMail): Promise<ReadMail | string> {
  if (bytes === null) return `it is larger than ${LONGEST_MAIL_BYTES / 1_000_000} MB`
  try {
    return await readMail(bytes)
  } catch (error) {
    return `it cannot be read (${error instanceof Error ? error.message : String(error)})`
  }
}

function* keepMails(mails: readonly Numbered[]): Operation<Fate[]> {
  const fates: Fate[] = []
  for (const mail of mails) fates.push(yield* keepMail(mail))
  return fates
}

function* keepMail({ id, mail, raw }: Numbered): Operation<Fate> {
  const place = placeIn(raw.separator)
  const said = canonical(mail)
  for (const one of [id, madeUpId(mail)]) {
    const there = yield* mailRow(one)
    if (!there) {
      yield* fileMail(mail, { id: one, ...place })
      return 'added'
    }
    if (canonical(JSON.parse(there.body)) === said) return 'unchanged'
  }
  return 'unchanged'
}
