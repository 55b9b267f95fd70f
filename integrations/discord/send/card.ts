import type { APIEmbed } from 'discord.js'
import { cleanLine } from '#kernel/display.ts'
import type { DecisionVerb } from '#kernel/inbound.ts'
import type { Card } from '#kernel/outbound.ts'
import { REASONS } from '#kernel/reasons.ts'
import { SECOND_MS } from '#kernel/units.ts'
import { type Button, decision, type Row, rowsOf, saying, snoozeRow } from './buttons.ts'
import { cutEscaped, escaped, split } from './markdown.ts'

const HEADLINE_LENGTH = 600
const QUOTE_LENGTH = 900
const LINE_LENGTH = 400
/** An embed takes 4,096 characters of text; what is asked must not be crowded out by what it rests on. */
const BODY_LENGTH = 3200
const EVIDENCE_LENGTH = 800

/** The bar beside an open card, and beside one that is closed. */
const OPEN_COLOUR = 0xf0_b2_32
const CLOSED_COLOUR = 0x80_84_8e

/** One message as Discord is asked to show it. */
export interface Drawn {
  content: string
  embeds: APIEmbed[]
  components: Row[]
}

/** A moment as everybody's own Discord writes it, in their zone. */
export const moment = (ms: number): string => `<t:${Math.floor(ms / SECOND_MS)}:f>`

const oneLine = (text: string, length: number): string => cutEscaped(text.replace(/\s+/g, ' ').trim(), length)
const bullets = (lines: readonly string[]): string => lines.map((line) => `- ${oneLine(line, LINE_LENGTH)}`).join('\n')
const quoteOf = (quote: string): string =>
  cutEscaped(quote, QUOTE_LENGTH)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')

/** An open flag: what is wanted, why, what would happen, what it rests on, and the buttons that decide it. */
export function cardMessage(card: Card, ticket: string | undefined): Drawn {
  const what = [escaped(card.what), ...(card.quote ? [quoteOf(card.quote)] : [])].join('\n')
  const why = `You are asked because ${REASONS[card.reason]}: ${oneLine(card.rule, LINE_LENGTH)}`
  const proposal = `**If you approve** (nothing has been done yet):\n${bullets(card.proposed)}`
  const body = [what, why, ...(card.proposed.length > 0 ? [proposal] : [])].join('\n\n')
  const evidence = bullets(card.evidence.map(({ text, source }) => `${source}: ${text}`))
  const until = `Decide by ${moment(card.expiresAtMs)}. If nobody decides: ${oneLine(card.onExpiry, LINE_LENGTH)}`
  const parts = [split(body, BODY_LENGTH)[0], split(evidence, EVIDENCE_LENGTH)[0], until]
  return {
    content: `**${oneLine(card.headline, HEADLINE_LENGTH)}**`,
    embeds: [
      {
        color: OPEN_COLOUR,
        description: parts.filter(Boolean).join('\n\n'),
        footer: { text: cleanLine(`${card.agent} · ${card.task}`) },
      },
    ],
    components: ticket ? [...rowsOf(verbsOf(card, ticket)), ...(has(card, 'snooze') ? [snoozeRow(ticket)] : [])] : [],
  }
}

const has = ({ verbs }: Card, verb: DecisionVerb): boolean => verbs.includes(verb)

const verbsOf = (card: Card, ticket: string): Button[] => [
  ...(has(card, 'approve') ? [decision('approve', 'Approve', ticket)] : []),
  ...(has(card, 'edit') ? [decision('edit', 'Edit', ticket)] : []),
  ...(has(card, 'take_over') ? [decision('take_over', 'Take over', ticket)] : []),
  ...(has(card, 'decline') ? [decision('decline', 'Decline', ticket)] : []),
  saying({ label: 'Why', value: `why ${card.task}` }, 0),
]

/** What stands in the place of a card once it is decided. */
export function receiptMessage(headline: string, outcome: string): Drawn {
  const said = `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}.`
  const about = headline.replace(/^Decide: (.*)\?$/s, '$1')
  return {
    content: `**${oneLine(said, HEADLINE_LENGTH)}**`,
    embeds: [{ color: CLOSED_COLOUR, description: oneLine(about, HEADLINE_LENGTH) }],
    components: [],
  }
}
