import type { Contact } from '#kernel/contact.ts'
import { cleanLine } from '#kernel/display.ts'
import type { Reach } from '#kernel/reach.ts'
import type { Proposed } from '#kernel/ruling.ts'
import { labelOf } from '../book.ts'
import type { Update } from '../request.ts'
import type { Facts, OutreachPolicy } from './facts.ts'
import { type Chosen, chooseWay } from './way.ts'
import { letter, sentence } from './wording.ts'

/**
 * What one person gets: by which way, and the action that sends it; where only mail could go and none is sent, or where no more was asked
 * for, a draft.
 */
export interface Addressed {
  contact: Contact
  chosen: Chosen
  action: Proposed | null
  draft: Proposed | null
}

/** Dictated words as a message to one person. */
export function addressed(contact: Contact, request: Update, facts: Facts, policy: OutreachPolicy): Addressed {
  const reach = facts.reach.get(contact.id) ?? NOWHERE
  const chosen = chooseWay(reach, request.channel, cleanLine(labelOf(contact), 80), facts.nowMs)
  const fromMs = 'way' in chosen ? chosen.way.fromMs : facts.nowMs
  const said = sentence(wordsOf(request), { nowMs: facts.nowMs, fromMs, zone: facts.principal.zone })
  const text = letter(said, policy.outreach.voice, { to: contact.name, from: facts.principal.name })
  const subject = subjectOf(request, policy)
  const because = 'a member dictated it'
  const [to] = contact.emails
  const draft: Proposed | null = to ? { kind: 'mail.draft', args: { to: [to], subject, body: text }, because } : null
  if (request.draft) return { contact, chosen, action: null, draft }
  if ('none' in chosen) {
    const isMail = request.channel === null || request.channel === 'email'
    return {
      contact,
      chosen,
      action: null,
      draft: isMail && !chosen.refused && chosen.others.length === 0 ? draft : null,
    }
  }
  const { channel, conversation, address } = chosen.way
  const way = { channel, conversation, address }
  const hasSubject = address?.includes('@') === true
  return {
    contact,
    chosen,
    action: {
      kind: 'message.send',
      args: { to: contact.id, way, text, subject: hasSubject ? subject : null, media: request.media },
      because,
    },
    draft: null,
  }
}

const LONGEST_SUBJECT = 120

/** What it is about, as it was said; else whom it comes from. */
function subjectOf({ topic }: Update, { company }: OutreachPolicy): string {
  const said = cleanLine(topic ?? '', LONGEST_SUBJECT)
  return said === '' ? `An update from ${company.name}` : said.charAt(0).toUpperCase() + said.slice(1)
}

/** The words that were dictated; of a file without words, what it is. */
const wordsOf = ({ text, file }: Update): string => {
  if (text.trim() !== '' || file === null) return text
  return `Here is ${file}`
}

const NOWHERE: Reach = {
  contact: '',
  name: null,
  company: null,
  status: null,
  vip: false,
  zones: [],
  ways: [],
}
