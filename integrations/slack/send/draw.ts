import type { Choice } from '#kernel/ruling.ts'
import type { Delivery } from '#ports/channel.ts'
import { type Drawn, textMessages } from './blocks.ts'
import { cardMessage, receiptMessage } from './card.ts'

/** What a delivery looks like on Slack: one message, or several for a long text. */
export function draw({ message, ticket }: Pick<Delivery, 'message' | 'ticket'>): Drawn[] {
  switch (message.type) {
    case 'reply':
      return textMessages(message.text, [...message.choices, ...undoChoices(message.undo)])
    case 'notice':
      return textMessages(message.text, message.choices)
    case 'card':
      return [cardMessage(message.card, ticket)]
    case 'card_closed':
      return [receiptMessage(message.headline, message.outcome)]
  }
}

/** Undo is a word to the desk; with several actions each button says which. */
const undoChoices = (undo: readonly { action: string; label: string }[]): Choice[] =>
  undo.map(({ action, label }, at) => ({
    label: undo.length === 1 ? label : `${label} ${at + 1}`,
    value: `undo ${action}`,
  }))
