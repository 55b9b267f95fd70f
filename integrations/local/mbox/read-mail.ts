import PostalMime, { type Address, type Email } from 'postal-mime'
import { canonical, idOf } from '#kernel/ids.ts'
import { isMessageId, MailDraft, NO_HOST } from '#kernel/mail.ts'
import { toIso } from '#kernel/time.ts'

/** A message of a file, and what could not be read of it, a sentence each. */
export interface ReadMail {
  id: string
  mail: MailDraft
  problems: readonly string[]
}

/** Reads a message as it travels (RFC 5322, MIME). Nothing in it is executed, fetched or followed. */
export async function readMail(bytes: Uint8Array): Promise<ReadMail> {
  const email = await PostalMime.parse(bytes)
  const problems: string[] = []
  if (email.headers.length === 0) problems.push('it has no header')
  const sentAt = instantOf(email.date)
  if (email.date !== undefined && sentAt === null) problems.push('its date cannot be read')
  const from = addressesOf(email.from ? [email.from] : [])[0] ?? null
  if (email.headers.length > 0 && from === null) problems.push('it has no sender')
  const mail = MailDraft.parse({
    from,
    to: addressesOf(email.to),
    cc: addressesOf(email.cc),
    bcc: addressesOf(email.bcc),
    subject: email.subject ?? null,
    sentAt,
    body: (await bodyOf(email)).replace(/\r\n?/g, '\n'),
    inReplyTo: idsIn(email.inReplyTo)[0] ?? null,
    references: idsIn(email.references),
    attachments: email.attachments.map(({ filename, mimeType }) => filename ?? mimeType),
  })
  return { id: idsIn(email.messageId)[0] ?? madeUpId(mail), mail, problems }
}

/** The id of a message that bears none, or another one's: it follows from what it says. */
export const madeUpId = (mail: MailDraft): string => `${idOf('m', [canonical(mail)], 26)}@${NO_HOST}`

const LAST_MS = Date.UTC(9999, 11, 31)

/** Whole seconds, which is what mail knows. */
function instantOf(date: string | undefined): string | null {
  const ms = Math.floor(Date.parse(date ?? '') / 1000) * 1000
  return /^\d{4}-/.test(date ?? '') && ms > 0 && ms < LAST_MS ? toIso(ms) : null
}

/** Bare addresses, those of groups too; what is no address stands as it was written. */
const addressesOf = (list: readonly Address[] = []): string[] =>
  list.flatMap((one) => (one.group ? addressesOf(one.group) : oneLine(one.address || one.name) || []))

const oneLine = (text: string | undefined): string => (text ?? '').replace(/\p{Cc}+/gu, ' ').trim()

/** The Message-IDs of a header, without brackets. */
function idsIn(header: string | undefined): string[] {
  const found = [...(header ?? '').matchAll(/<([^<>]+)>/g)].map(([, id = '']) => oneLine(id))
  return (found.length > 0 ? found : oneLine(header).split(/\s+/)).filter(
    (id) => id !== '' && (found.length > 0 || isMessageId(id)),
  )
}

/** The plain text of a message; of one that has only HTML, what it says. */
async function bodyOf({ text, html }: Email): Promise<string> {
  return text ?? (html === undefined ? '' : textOfHtml(html))
}

/** postal-mime turns HTML into text only beside text, so it is given some. */
async function textOfHtml(html: string): Promise<string> {
  const encoded = Buffer.from(withoutStyle(html)).toString('base64').replace(/.{76}/g, '$&\r\n')
  const part = (type: string, body: string) => `--part\r\nContent-Type: text/${type}; charset=utf-8\r\n${body}\r\n`
  const { text = '' } = await PostalMime.parse(
    [
      'MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=part\r\n\r\n',
      part('plain', '\r\n'),
      part('html', `Content-Transfer-Encoding: base64\r\n\r\n${encoded}`),
      '--part--\r\n',
    ].join(''),
  )
  return `${text.trim()}\n`
}

/** Style sheets are no text. */
function withoutStyle(html: string): string {
  const lower = html.toLowerCase()
  let kept = ''
  let from = 0
  for (;;) {
    const start = lower.indexOf('<style', from)
    const end = start < 0 ? -1 : lower.indexOf('</style', start)
    if (end < 0) return kept + html.slice(from)
    kept += html.slice(from, start)
    from = end
  }
}
