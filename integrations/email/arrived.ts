import type { Inbound } from '#kernel/inbound.ts'
import { isMessageId, MailDraft, messageIdOf } from '#kernel/mail.ts'
import { toIso } from '#kernel/time.ts'

/** Bare addresses in a header. */
const ADDRESS = /[^\s<>,;:"()[\]]+@[^\s<>,;:"()[\]]+/gu

/** Headers of a mail that came in, by their names in lower case. */
export const headersOf = ({ fields = {} }: Pick<Inbound, 'fields'>): Readonly<Record<string, string>> =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name.toLowerCase(), value]))

/** The address a mail says it is from. Nobody vouches for it. */
export const senderOf = ({ from }: Pick<Inbound, 'from'>): string => oneLine(from.email ?? from.id)

/** The event as the mailbox keeps it. */
export function mailFrom(event: Inbound): MailDraft {
  const headers = headersOf(event)
  return MailDraft.parse({
    from: senderOf(event),
    to: headers.to?.match(ADDRESS) ?? [],
    cc: headers.cc?.match(ADDRESS) ?? [],
    subject: event.subject ?? null,
    sentAt: toIso(Math.floor(event.atMs / 1000) * 1000),
    body: event.text.replace(/\r\n?/g, '\n'),
    inReplyTo: idsIn(headers['in-reply-to'])[0] ?? null,
    references: idsIn(headers.references),
  })
}

/** Its Message-ID, where the event bears one. */
export const ownIdOf = ({ id }: Pick<Inbound, 'id'>): string | null => (isMessageId(id) ? id : null)

/** An id that follows from the event: for mail that bears none, or somebody else's. */
export const madeUpIdOf = ({ account, from, id }: Inbound): string =>
  messageIdOf(JSON.stringify(['received', account, from.id, id]))

const idsIn = (header = ''): string[] => header.split(/[\s<>]+/).filter(isMessageId)

const oneLine = (text: string): string => text.replace(/\p{Cc}+/gu, ' ').trim()
