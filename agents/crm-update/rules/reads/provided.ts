import type { RulingDraft } from '#kernel/ruling.ts'
import { sayDate } from '#kernel/time.ts'
import type { Provided } from '../../request/query.ts'
import { contactedDay } from './days.ts'
import { ownerOf, type QueryFacts, type Row, rowsOf } from './facts.ts'
import { sayApart } from './meant.ts'
import { namedIn, nameOf } from './names.ts'
import { sayWord } from './say.ts'

const MOST_CHOICES = 4
const OWNER =
  /\b(?:whoever\s*(?:is|['’]s)?\s*(?:the\s+)?(?:assigned to|responsible for|in charge of|looking after|look(?:s|ing)? after|handling|owner of|owns?|has|handles|manages|on)\s+(?:them|him|her|it|this|that|the (?:account|customer|client|deal))|(?:their|his|her|its|the)\s+(?:owner|account manager|rep|assignee)(?:\s+of\s+(?:them|it))?)/giu
const THEM = /\b(with|to|for|call|about)\s+(?:them|him|her)\b/giu

/**
 * Something is arranged if a person was not spoken to: file tells whether, and what is to be done goes to scheduling in the
 * asker's own words, with "whoever is assigned to them" said by name.
 */
export function decideProvided(request: Provided, facts: QueryFacts): RulingDraft {
  const found = meant(request, facts)
  const [row] = found
  if (!row)
    return { type: 'answer', text: `I have nobody called "${sayWord(request.name)}" on file, so I did nothing.` }
  if (found.length > 1)
    return {
      type: 'ask',
      question: {
        text: `Which "${sayWord(request.name)}" do you mean?`,
        slots: ['record'],
        choices: found
          .slice(0, MOST_CHOICES)
          .map((one) => ({ label: sayApart(one, facts), value: `${one.kind}:${one.record.id}` })),
      },
    }
  const name = sayWord(nameOf(row))
  const day = contactedDay(row, facts)
  if (day === null && request.sure === null) return unknown(name)
  if (day === null && !request.sure) return { type: 'answer', text: 'Left it.' }
  if (day !== null && day >= request.since)
    return { type: 'answer', text: `${name} was last contacted on ${sayDate(day, facts.nowMs)}, so I did nothing.` }
  const told =
    day === null
      ? `Nothing says when ${name} was last contacted`
      : `${name} was last contacted on ${sayDate(day, facts.nowMs)}`
  const words = worded(request.what, row, name, facts)
  if ('problem' in words) return { type: 'answer', text: `${told}. ${words.problem}` }
  return {
    type: 'answer',
    text: `${told}.`,
    handOffs: [{ agent: 'scheduling', intent: request.intent, text: words.text }],
  }
}

function meant({ name, record }: Provided, facts: QueryFacts): Row[] {
  const [kind, ...rest] = (record ?? '').split(':')
  const picked =
    record === null ? undefined : rowsOf(facts, kind as Row['kind'])?.find((row) => row.record.id === rest.join(':'))
  return picked ? [picked] : namedIn(name, ['contact', 'account', 'lead'], facts).map(({ row }) => row)
}

const unknown = (name: string): RulingDraft => ({
  type: 'ask',
  question: {
    text: `Nothing on file says when anybody last spoke to ${name}. Shall I go ahead?`,
    slots: ['sure'],
    choices: [
      { label: 'Yes', value: 'yes' },
      { label: 'No', value: 'no' },
    ],
  },
})

/** The request with people said by name; the owner's name is the policy's, the person's the one the asker used. */
function worded(what: string, row: Row, name: string, facts: QueryFacts): { text: string } | { problem: string } {
  const asksOwner = what.search(OWNER) >= 0
  const owner = ownerOf(row, facts)
  const member = facts.members.find(({ id }) => id === owner)
  if (asksOwner && owner === null) return { problem: `Nobody is assigned to ${name}, so I booked nothing.` }
  if (asksOwner && !member)
    return { problem: `${name} is assigned to somebody who is not on the team, so I booked nothing.` }
  if (asksOwner && member?.id === facts.self)
    return { problem: `${name} is assigned to you, so there is nobody to meet.` }
  const text = what.replace(OWNER, member?.name ?? '').replace(THEM, `$1 ${name}`)
  return { text }
}
