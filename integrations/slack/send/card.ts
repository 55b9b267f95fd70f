import type { DecisionVerb } from '#kernel/inbound.ts'
import type { Card } from '#kernel/outbound.ts'
import { REASONS } from '#kernel/reasons.ts'
import { toIso } from '#kernel/time.ts'
import { SECOND_MS } from '#kernel/units.ts'
import { SNOOZE_TIMES } from './actions.ts'
import { type Block, button, context, type Drawn, section, summaryOf } from './blocks.ts'
import { cutEscaped, escaped, SECTION_LENGTH, split } from './mrkdwn.ts'

const HEADLINE_LENGTH = 600
const QUOTE_LENGTH = 1000
const LINE_LENGTH = 400

/** A moment as everybody's own Slack writes it, in their zone. */
export const moment = (ms: number): string =>
  `<!date^${Math.floor(ms / SECOND_MS)}^{date_short_pretty} {time}|${toIso(ms)}>`

/** Bold would end at a star of the text's own. */
const bold = (text: string, length: number): string =>
  `*${cutEscaped(text.replaceAll('*', '∗').replace(/\s+/g, ' '), length)}*`
const code = (text: string): string => `\`${cutEscaped(text.replaceAll('`', "'"), LINE_LENGTH)}\``
const bullets = (lines: readonly string[]): string[] => lines.map((line) => `• ${cutEscaped(line, LINE_LENGTH)}`)
const sections = (text: string): Block[] => split(text, SECTION_LENGTH).map(section)

/** An open flag: what is wanted, why, what would happen, the buttons that decide it, and what it rests on. */
export function cardMessage(card: Card, ticket: string | undefined): Drawn {
  const what = [escaped(card.what), ...(card.quote ? [quoteOf(card.quote)] : [])].join('\n')
  const why = `You are asked because ${REASONS[card.reason]}: ${code(card.rule)}`
  const proposal = card.proposed.length === 0 ? [] : sections(proposalOf(card.proposed))
  const footer = `Decide by ${moment(card.expiresAtMs)}. If nobody decides: ${escaped(card.onExpiry)} · ${escaped(card.agent)} · ${escaped(card.task)}`
  return {
    text: summaryOf(escaped(card.headline)),
    blocks: [
      section(bold(card.headline, HEADLINE_LENGTH)),
      ...sections(what),
      ...sections(why),
      ...proposal.slice(0, 10),
      ...(ticket ? [{ type: 'actions' as const, elements: verbsOf(card, ticket) }] : []),
      ...(card.evidence.length > 0 ? [context(evidenceOf(card))] : []),
      context(footer),
    ],
  }
}

const quoteOf = (quote: string): string =>
  cutEscaped(quote, QUOTE_LENGTH)
    .split('\n')
    .map((line) => `> ${line}`)
    .join('\n')

const proposalOf = (lines: readonly string[]): string =>
  ['*If you approve* (nothing has been done yet):', ...bullets(lines)].join('\n')

const evidenceOf = ({ evidence }: Card): string =>
  split(bullets(evidence.map(({ text, source }) => `${source}: ${text}`)).join('\n'), 2000)[0] ?? ' '

/** One decision by each; what it carries is the ticket and nothing else. */
function verbsOf({ verbs, task }: Card, ticket: string) {
  const has = (verb: DecisionVerb) => verbs.includes(verb)
  return [
    ...(has('approve') ? [button('card.approve', 'Approve', ticket, 'primary')] : []),
    ...(has('edit') ? [button('card.edit', 'Edit', ticket)] : []),
    ...(has('take_over') ? [button('card.take_over', 'Take over', ticket)] : []),
    ...(has('decline') ? [button('card.decline', 'Decline', ticket, 'danger')] : []),
    ...(has('snooze') ? [snooze(ticket)] : []),
    button('say.0', 'Why', `why ${task}`),
  ]
}

const snooze = (ticket: string) => ({
  type: 'static_select' as const,
  action_id: 'card.snooze',
  placeholder: { type: 'plain_text' as const, text: 'Snooze', emoji: false },
  options: SNOOZE_TIMES.map(({ label, value }) => ({
    text: { type: 'plain_text' as const, text: label, emoji: false },
    value: `${ticket} ${value}`,
  })),
})

/** What stands in the place of a card once it is decided. */
export function receiptMessage(headline: string, outcome: string): Drawn {
  const said = `${outcome.charAt(0).toUpperCase()}${outcome.slice(1)}.`
  const about = headline.replace(/^Decide: (.*)\?$/s, '$1')
  return {
    text: summaryOf(escaped(`${said} ${about}`)),
    blocks: [section(`${bold(said, HEADLINE_LENGTH)}\n${cutEscaped(about, HEADLINE_LENGTH)}`)],
  }
}
