import { type Mail, recipientsOf } from '#kernel/mail.ts'
import { memberByAddress } from '#policy/people.ts'
import type { FolderCount } from '#ports/mailbox.ts'
import type { DeskContext } from '../context.ts'

/** Messages that are looked at for one page of threads. */
const MOST_MAILS = 300

/** A thread as a list shows it. Texts are data: escape them. */
export interface ThreadLine {
  id: string
  /** Everybody it is with: names on file, else addresses. */
  people: string[]
  subject: string | null
  /** First words of its newest message. */
  excerpt: string
  /** Messages of it in this list. */
  count: number
  /** When its newest message was sent; null of one that was not. */
  atMs: number | null
}

export interface MailFolder {
  folders: readonly FolderCount[]
  threads: ThreadLine[]
  /** There are more messages than were looked at. */
  more: boolean
}

/** One message as a page shows it. */
export interface ShownMail extends Mail {
  /** Its sender and recipients as they are called. */
  fromName: string
  toNames: string[]
}

/** The threads of a folder, or those that hold the words; newest first. */
export async function mailFolder(desk: DeskContext, folder: string, words: string): Promise<MailFolder> {
  const { mailbox } = desk
  const limit = MOST_MAILS + 1
  const mails = words === '' ? await mailbox.list(folder, limit) : await mailbox.find({ words, folder, limit })
  const threads = [...Map.groupBy(mails.slice(0, MOST_MAILS), ({ threadId }) => threadId)]
  const lines = await Promise.all(threads.map(([id, inThread]) => lineOf(desk, id, inThread)))
  return { folders: await mailbox.folders(), threads: lines, more: mails.length > MOST_MAILS }
}

/** Every message of a thread, oldest first. */
export async function mailThread(desk: DeskContext, id: string): Promise<ShownMail[]> {
  const mails = await desk.mailbox.thread(id)
  return Promise.all(
    mails.map(async (mail) => ({
      ...mail,
      fromName: mail.from === null ? 'the desk' : await nameOf(desk, mail.from),
      toNames: await Promise.all(recipientsOf(mail).map((address) => nameOf(desk, address))),
    })),
  )
}

async function lineOf(desk: DeskContext, id: string, mails: readonly Mail[]): Promise<ThreadLine> {
  const newest = mails[0] as Mail
  const outside = mails.flatMap((mail) => [mail.from ?? '', ...recipientsOf(mail)])
  const addresses = [...new Set(outside)].filter((one) => one !== '' && !isOurs(desk, one))
  return {
    id,
    people: await Promise.all(
      (addresses.length > 0 ? addresses : recipientsOf(newest)).slice(0, 4).map((one) => nameOf(desk, one)),
    ),
    subject: newest.subject,
    excerpt: newest.body.slice(0, EXCERPT_LENGTH),
    count: mails.length,
    atMs: newest.sentAt === null ? null : Date.parse(newest.sentAt),
  }
}

const EXCERPT_LENGTH = 200

const isOurs = (desk: DeskContext, address: string): boolean =>
  address === desk.mailer.from || memberByAddress(desk.policy(), address) !== undefined

/** A member by their name; anybody else by the address, which nobody vouches for but which a name could hide. */
async function nameOf(desk: DeskContext, address: string): Promise<string> {
  const member = memberByAddress(desk.policy(), address)
  if (member) return member.name
  const contact = await desk.crm.contactByAddress(address)
  return contact?.name ? `${contact.name} <${address}>` : address
}
