import type { Outbound } from '#kernel/outbound.ts'
import type { Choice } from '#kernel/ruling.ts'
import type { Delivery } from '#ports/channel.ts'
import { cardMessages, receipt } from './card.ts'
import type { Drawn } from './drawn.ts'
import { BODY_LENGTH, numbered, shown, split } from './text.ts'

/** Whom a message is for: a member may take back what was done, and is told times in their zone. */
export interface Reader {
  isMember: boolean
  /** IANA zone. */
  zone: string
}

/** Longest payload of a button. Source: https://www.twilio.com/docs/content/twilio-quick-reply */
const PAYLOAD_LENGTH = 200

/** What a delivery looks like on WhatsApp: one message, or several for a long text; what can be tapped stands under the last. */
export function draw({ message, ticket }: Pick<Delivery, 'message' | 'ticket'>, reader: Reader): Drawn[] {
  switch (message.type) {
    case 'reply':
      return textMessages(withUndo(message, reader), message.choices)
    case 'notice':
      return withMedia(textMessages(message.text, message.choices), message.media ?? [])
    case 'card':
      return cardMessages(message.card, ticket, reader.zone)
    case 'card_closed':
      return [receipt(message.headline, message.outcome)]
  }
}

/** Undo is a word to the desk. */
function withUndo({ text, undo }: Extract<Outbound, { type: 'reply' }>, { isMember }: Reader): string {
  const [only, ...others] = undo
  if (!isMember || !only) return text
  const words = others.length === 0 ? ['"undo"'] : undo.map(({ action }) => `"undo ${action}"`)
  return `${text}\n\nTo take it back: ${words.join(', ')}.`
}

/** The last line is what is asked, so it is what stands over the list; what comes before is said before. */
function textMessages(text: string, choices: readonly Choice[]): Drawn[] {
  const said = shown(text)
  if (choices.length === 0) return split(said).map((body) => ({ body }))
  const plain = `${said}\n\n${numbered(choices)}`
  const inPieces = split(plain)
  if (choices.some(({ value }) => value.length > PAYLOAD_LENGTH)) return inPieces.map((body) => ({ body }))
  const asked = said.split('\n').at(-1) ?? ''
  const before = said.slice(0, said.length - asked.length).trim()
  const last: Drawn = {
    body: asked,
    plain: split(`${asked}\n\n${numbered(choices)}`, BODY_LENGTH)[0] ?? asked,
    options: choices.map(({ label, value }) => ({ label: shown(label), payload: value })),
  }
  return [...split(before).map((body) => ({ body })), last]
}

/** Twilio takes one file a message; the first goes with the text. */
function withMedia(drawn: Drawn[], media: readonly { url: string; name: string }[]): Drawn[] {
  const [first, ...others] = media
  if (!first) return drawn
  const [text, ...rest] = drawn
  const files = others.map(({ url, name }) => ({ body: shown(name), media: [url] }))
  return [{ body: '', ...text, media: [first.url] }, ...rest, ...files]
}
