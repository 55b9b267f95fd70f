import type { Contact } from '#kernel/contact.ts'
import { cleanLine } from '#kernel/display.ts'
import type { Proposed, RulingDraft } from '#kernel/ruling.ts'
import { isFiled, labelOf } from '../book.ts'
import type { Update } from '../request.ts'
import { askWho } from './ask.ts'
import type { Facts, OutreachPolicy } from './facts.ts'
import { type Addressed, addressed } from './message.ts'
import { wayChoices } from './way.ts'
import { whoIs } from './who.ts'
import { bannedIn } from './wording.ts'

/** More at once is a campaign, and none of this agent's. */
const MOST_RECIPIENTS = 45

/** Dictated words for people outside: each gets them by the way that suits, and none without what it needs. */
export function decideUpdate(request: Update, facts: Facts, policy: OutreachPolicy): RulingDraft {
  const people = recipients(request, facts, policy)
  if (!Array.isArray(people)) return people
  if (people.length > MOST_RECIPIENTS)
    return {
      type: 'answer',
      text: `That would be ${people.length} messages; I write to ${MOST_RECIPIENTS} people at once at most. Nothing was sent.`,
    }
  const missing = missingWords(request, people, policy)
  if (missing) return missing
  const notes = people.map((contact) => addressed(contact, request, facts, policy))
  const [only] = notes
  if (only && notes.length === 1) return one(only, request, facts)
  return several(notes, request)
}

/** Everybody who is meant, once; or what has to be asked first. */
function recipients(request: Update, facts: Facts, policy: OutreachPolicy): Contact[] | RulingDraft {
  if (request.all) return [...facts.book.contacts]
  if (request.whom.length === 0) return askWho(null, request)
  const found: Contact[] = []
  for (const whom of request.whom) {
    const who = whoIs(whom, facts, policy)
    if (who.type !== 'contact') return askWho(who, request)
    if (!found.includes(who.contact)) found.push(who.contact)
  }
  return found
}

/** What the message still lacks: its words, or the file that is to go with it. */
function missingWords(request: Update, people: readonly Contact[], { outreach }: OutreachPolicy): RulingDraft | null {
  const who = people.length === 1 && people[0] ? cleanLine(labelOf(people[0]), 80) : `${people.length} people`
  const banned = bannedIn(request.text, outreach.voice.banned)
  if (banned)
    return ask(`"${banned}" is one of the words that never go out (outreach.voice.banned). How shall I put it?`, 'text')
  if (request.file !== null && request.media.length === 0)
    return request.asked.includes('link')
      ? { type: 'answer', text: 'Without a link that begins with https:// I cannot send a file, so nothing was sent.' }
      : ask(`I keep no files. What is the link (https) to ${cleanLine(request.file, 60)} for ${who}?`, 'link')
  if (request.text.trim() !== '' || request.media.length > 0) return null
  return request.asked.includes('text')
    ? { type: 'answer', text: 'There is nothing to say yet, so nothing was sent.' }
    : ask(
        `What shall I tell ${who}${request.topic === null ? '' : ` about "${cleanLine(request.topic, 80)}"`}?`,
        'text',
      )
}

const ask = (text: string, slot: string): RulingDraft => ({ type: 'ask', question: { text, slots: [slot] } })

function one(note: Addressed, request: Update, facts: Facts): RulingDraft {
  const { contact, chosen, action, draft } = note
  const who = cleanLine(labelOf(contact), 80)
  if (request.draft)
    return draft
      ? { type: 'propose', actions: [draft] }
      : { type: 'answer', text: `${who} has no e-mail address on file, so nothing was drafted.` }
  if ('none' in chosen) {
    if (chosen.refused) return refusal(chosen.none, chosen.others.length > 0)
    if (chosen.others.length > 0 && !request.asked.includes('way'))
      return {
        type: 'ask',
        question: { text: `${upper(chosen.none)}. Another way?`, slots: ['way'], choices: wayChoices(chosen.others) },
      }
    if (draft)
      return {
        type: 'propose',
        actions: [draft],
        notes: [`Nothing was sent: ${chosen.none}. It lies among the drafts.`],
      }
    return { type: 'answer', text: `${upper(chosen.none)}. Nothing was sent.` }
  }
  if (!action) return { type: 'nothing', because: 'there is nothing to send' }
  const { takenBy } = chosen.way
  const colleague =
    takenBy === null || takenBy === facts.principal.id ? null : facts.book.members.find(({ id }) => id === takenBy)
  const learned =
    request.learned && isFiled(request.learned.record.replace(/^account:/u, '')) ? [learn(request.learned)] : []
  if (colleague)
    return {
      type: 'flag',
      reason: 'AUTHORITY',
      headline: `Send this to ${who}, whom you have taken over?`,
      rule: `${colleague.name} answers ${who} in the desk’s place`,
      actions: [action],
      owner: colleague.address,
      reply: `${colleague.name} has taken over with ${who}, so I have asked ${colleague.name}. Nothing was sent.`,
    }
  return { type: 'propose', actions: [...learned, action] }
}

/** Many get the same words; whom nothing reaches is named before anybody says yes. */
function several(notes: readonly Addressed[], { draft: isDraft }: Update): RulingDraft {
  const actions = notes.flatMap(({ action, draft }) => (isDraft ? draft : action) ?? [])
  const left = notes.flatMap(({ contact, chosen, draft }) =>
    isDraft
      ? draft
        ? []
        : [`${cleanLine(labelOf(contact), 60)} (no e-mail address on file)`]
      : 'none' in chosen
        ? [`${cleanLine(labelOf(contact), 60)} (${chosen.none})`]
        : [],
  )
  if (actions.length === 0)
    return { type: 'answer', text: `Nobody of them can be written to, so nothing was sent: ${left.join('; ')}.` }
  const told =
    left.length === 0
      ? []
      : [`Left out: ${left.slice(0, 10).join('; ')}${left.length > 10 ? `, and ${left.length - 10} more` : ''}.`]
  return { type: 'propose', actions, preview: told, notes: told }
}

const refusal = (why: string, isElse: boolean): RulingDraft => ({
  type: 'refuse',
  text: `I can't do that: ${why}.${isElse ? ' Another way is open; name it if it is right to use it.' : ''}`,
  rule: 'fixed: who asked for silence is not written to',
})

const learn = ({ words, record }: { words: string; record: string }): Proposed => {
  const [kind = '', ...id] = record.split(':')
  return { kind: 'alias.learn', args: { words, kind, id: id.join(':') }, because: 'an answer said which one is meant' }
}

const upper = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)
