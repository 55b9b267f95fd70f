import type { types } from '@slack/bolt'
import { cut } from '#kernel/pieces.ts'
import type { Choice } from '#kernel/ruling.ts'
import { escaped, LABEL_LENGTH, SECTION_LENGTH, split } from './mrkdwn.ts'

export type Block = types.KnownBlock
type Button = types.Button

/** Sections of one message; Slack takes 50 blocks and fewer characters than fill them. */
const SECTIONS = 4
/** Longest value a button may carry. */
const VALUE_LENGTH = 2000
/** Buttons of one row. */
const ROW = 25
/** What stands in notifications. */
const SUMMARY_LENGTH = 3000

/** One message as Slack is asked to post it. */
export interface Drawn {
  text: string
  blocks: Block[]
}

export const section = (mrkdwn: string): Block => ({
  type: 'section',
  text: { type: 'mrkdwn', text: mrkdwn, verbatim: true },
})

export const context = (mrkdwn: string): Block => ({
  type: 'context',
  elements: [{ type: 'mrkdwn', text: mrkdwn, verbatim: true }],
})

export const button = (actionId: string, label: string, value: string, style?: 'primary' | 'danger'): Button => ({
  type: 'button',
  action_id: actionId,
  text: { type: 'plain_text', text: cut(label, LABEL_LENGTH) || '…', emoji: false },
  value,
  ...(style && { style }),
})

/** Buttons that say something for whoever taps them. What is too long to be carried has to be typed. */
export const sayings = (choices: readonly Choice[], from = 0): Button[] =>
  choices
    .filter(({ value }) => value.length <= VALUE_LENGTH)
    .map(({ label, value }, at) => button(`say.${from + at}`, label, value))

/** What goes into notifications: mrkdwn too, so it is escaped like everything else. */
export const summaryOf = (escapedText: string): string => split(escapedText, SUMMARY_LENGTH)[0] ?? ' '

/** A text with its buttons, in as many messages as it needs; the buttons stand under the last. */
export function textMessages(text: string, choices: readonly Choice[]): Drawn[] {
  const pieces = split(escaped(text), SECTION_LENGTH)
  const messages: Drawn[] = []
  for (let at = 0; at < pieces.length; at += SECTIONS) {
    const part = pieces.slice(at, at + SECTIONS)
    messages.push({ text: summaryOf(part.join('\n')), blocks: part.map(section) })
  }
  const buttons = sayings(choices).slice(0, ROW)
  if (buttons.length > 0) messages.at(-1)?.blocks.push({ type: 'actions', elements: buttons })
  return messages
}
