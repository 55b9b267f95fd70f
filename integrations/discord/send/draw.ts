import type { Choice } from '#kernel/ruling.ts'
import type { Delivery } from '#ports/channel.ts'
import { rowsOf, sayings } from './buttons.ts'
import { cardMessage, type Drawn, receiptMessage } from './card.ts'
import { CONTENT_LENGTH, escaped, split } from './markdown.ts'

/** What a delivery looks like on Discord: one message, or several for a long text. */
export function draw({ message, ticket }: Pick<Delivery, 'message' | 'ticket'>): Drawn[] {
  switch (message.type) {
    case 'reply':
      return textMessages(message.text, [...message.choices, ...undoChoices(message.undo)])
    case 'notice':
      return textMessages([message.text, ...(message.media ?? []).map(({ url }) => url)].join('\n'), message.choices)
    case 'card':
      return [cardMessage(message.card, ticket)]
    case 'card_closed':
      return [receiptMessage(message.headline, message.outcome)]
  }
}

/** A text with its buttons, in as many messages as it needs; the buttons stand under the last. */
function textMessages(text: string, choices: readonly Choice[]): Drawn[] {
  const pieces = split(escaped(text), CONTENT_LENGTH)
  return pieces.map((content, at) => ({
    content,
    embeds: [],
    components: at === pieces.length - 1 ? rowsOf(sayings(choices)) : [],
  }))
}

/** Undo is a word to the desk; with several actions each button says which. */
const undoChoices = (undo: readonly { action: string; label: string }[]): Choice[] =>
  undo.map(({ action, label }, at) => ({
    label: undo.length === 1 ? label : `${label} ${at + 1}`,
    value: `undo ${action}`,
  }))
