import type { DecisionVerb } from '#kernel/inbound.ts'
import type { Card } from '#kernel/outbound.ts'
import { cut } from '#kernel/pieces.ts'
import { REASONS } from '#kernel/reasons.ts'
import { sayMoment } from '#kernel/time.ts'
import type { Drawn, Option } from './drawn.ts'
import { pressPayload } from './payload.ts'
import { shown, split } from './text.ts'

const LINE_LENGTH = 300
const QUOTE_LENGTH = 500

/** The verbs in the order of their numbers, which the desk reads too: 1 approve, 2 edit, 3 take over. */
const VERBS: readonly { verb: DecisionVerb; label: string }[] = [
  { verb: 'approve', label: 'Approve' },
  { verb: 'edit', label: 'Edit' },
  { verb: 'take_over', label: 'Take over' },
  { verb: 'decline', label: 'Decline' },
  { verb: 'snooze', label: 'Snooze' },
]

const line = (text: string): string => cut(shown(text).replace(/\s+/g, ' '), LINE_LENGTH)
const bullets = (lines: readonly string[]): string[] => lines.map((one) => `• ${line(one)}`)

/** An open flag: what is wanted, why, what would happen, what it rests on, and the verbs with their numbers. */
export function cardMessages(card: Card, ticket: string | undefined, zone: string): Drawn[] {
  const said = [
    line(card.headline),
    [line(card.what), ...(card.quote ? [`“${cut(shown(card.quote), QUOTE_LENGTH)}”`] : [])].join('\n'),
    `You are asked because ${REASONS[card.reason]}: ${line(card.rule)}`,
    ...(card.proposed.length > 0
      ? [['If you approve (nothing has been done yet):', ...bullets(card.proposed)].join('\n')]
      : []),
    ...(card.evidence.length > 0
      ? [bullets(card.evidence.map(({ text, source }) => `${source}: ${text}`)).join('\n')]
      : []),
    `Decide by ${sayMoment(card.expiresAtMs, zone, card.expiresAtMs)}. If nobody decides: ${line(card.onExpiry)} (${line(card.agent)}, ${card.task})`,
  ]
  const verbs = VERBS.filter(({ verb }) => card.verbs.includes(verb))
  const pieces = split(said.join('\n\n'))
  return [...pieces.map((body) => ({ body })), choose(verbs, ticket)]
}

const choose = (verbs: typeof VERBS, ticket: string | undefined): Drawn => {
  const named = verbs.map(({ verb, label }) => `${numberOf(verb)} ${label.toLowerCase()}`).join(', ')
  const body = `What shall I do? Tap, or answer: ${named}.`
  const plain = [
    'Answer with a number or the word:',
    ...verbs.map(({ verb, label }) => `${numberOf(verb)} ${label}`),
    ...(verbs.some(({ verb }) => verb === 'edit') ? ['To edit, one line each: 2 title: Jo and Sam'] : []),
  ].join('\n')
  if (!ticket || verbs.length === 0) return { body: plain }
  return {
    body,
    plain,
    options: verbs.map(({ verb, label }): Option => ({ label, payload: pressPayload(verb, ticket) })),
  }
}

const numberOf = (wanted: DecisionVerb): number => VERBS.findIndex(({ verb }) => verb === wanted) + 1

/** A sent message stays as it is, so what became of a card is said anew. */
export const receipt = (headline: string, outcome: string): Drawn => {
  const about = shown(headline).replace(/^Decide: (.*)\?$/s, '$1')
  const said = shown(outcome)
  return { body: `${said.charAt(0).toUpperCase()}${said.slice(1)}: ${cut(about, LINE_LENGTH)}` }
}
