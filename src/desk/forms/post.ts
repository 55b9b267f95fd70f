import { canonical, idOf } from '#kernel/ids.ts'
import type { InboundDraft } from '#kernel/inbound.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import { mailKey } from '#language/same.ts'

/** The channel of everything that web forms bring, and of the answers to it. */
export const CHANNEL = 'form'

/** A form as it was filled in. Every text is a claim of whoever sent it. */
export interface FormPost {
  /** The form's id in the policy. */
  form: string
  /** Which door it came through: ids that a server gives are not those of a browser. */
  door: 'browser' | 'server'
  /** What its sender calls this submission, or null. */
  submission: string | null
  name: string | null
  /** In lower case. */
  email: string | null
  /** E.164. */
  phone: string | null
  /** IANA zone of the sender's machine. */
  zone: string | null
  subject: string | null
  message: string
  /** Everything that was filled in, the above too, by name. */
  fields: Readonly<Record<string, string>>
}

/** Within this time the same post is the same submission. Source: DOMAIN 5.5. */
export const SAME_WITHIN_MS = 10 * MINUTE_MS

/**
 * The ids under which a post may stand in the journal, its own first: the one its sender gave, else one that follows from what
 * it says and from the ten minutes it came in, or the ten before those.
 */
export function idsOf(post: FormPost, nowMs: number): readonly [own: string, ...earlier: string[]] {
  const { door, submission } = post
  if (submission !== null) return [idOf('given-', [door, submission], 26)]
  const bucket = Math.floor(nowMs / SAME_WITHIN_MS)
  const said = (at: number) => idOf('said-', [door, at, canonical(post)], 26)
  return [said(bucket), said(bucket - 1)]
}

/** A submission of somebody who left no address is a conversation of its own. */
const senderId = ({ email, phone }: FormPost, id: string): string => email ?? phone ?? `visitor-${id}`

/**
 * One conversation for one form and one sender, whose second post goes on where the first ended. Nothing of the address can be
 * read out of it.
 */
export function conversationOf(post: FormPost, id: string): string {
  const who = post.email === null ? senderId(post, id) : mailKey(post.email)
  return `${CHANNEL}:${post.form}:${idOf('', [who], 16)}`
}

/** The conversations of the same sender in all forms. */
export const inEveryForm = (conversation: string, forms: readonly string[]): string[] =>
  forms.map((form) => [CHANNEL, form, conversation.split(':').at(-1)].join(':'))

/** What goes into the journal. Whether the sender is on file is for the desk to say: who is not counts as a stranger. */
export function eventOf(post: FormPost, id: string, nowMs: number): InboundDraft {
  const { form, name, email, phone, zone, subject, message, fields } = post
  return {
    id,
    channel: CHANNEL,
    account: form,
    conversation: conversationOf(post, id),
    kind: 'message',
    from: {
      kind: 'client',
      id: senderId(post, id),
      assurance: 'claimed',
      ...(name !== null && { name }),
      ...(email !== null && { email }),
      ...(phone !== null && { phone }),
      ...(zone !== null && { zone }),
    },
    text: message,
    ...(subject !== null && { subject }),
    fields: { ...fields, form },
    atMs: nowMs,
  }
}
