import { PUBLIC, posted, whatsAppSettings } from '../twilio/desk.ts'
import { type Shown, signed, TwilioServer } from '../twilio/server.ts'
import { type Front, MEMBERS, type Member, type Running, type ShownCard } from './front.ts'

const NUMBERS: Readonly<Record<Member, string>> = {
  mia: '+447700900001',
  lee: '+447700900002',
  sam: '+447700900003',
  priya: '+447700900004',
}
/** How a card begins, and how its end is said; between them stands what it is about. */
const CARD = /^Decide: (.*)\?/
const VERBS = { approve: { number: '1', label: 'Approve' }, take_over: { number: '3', label: 'Take over' } } as const

/** WhatsApp through Twilio: nothing that was sent can be changed, so a card is decided by its number, and its end is said anew. */
export async function whatsAppFront(): Promise<Front> {
  let running: Running | null = null
  const twilio = new TwilioServer(() => running?.clock.nowMs() ?? Date.now())
  await twilio.open()
  let nth = 0
  /** What was sent before anybody asked for anything. */
  let greeted = 0

  async function post(member: Member, params: Record<string, string>): Promise<void> {
    const message = posted(NUMBERS[member], { MessageSid: `SM${++nth}`, ...params })
    await running?.channel?.hook?.(signed(`${PUBLIC}/hooks/whatsapp`, message))
  }
  const sentTo = (member: Member): Shown[] =>
    twilio.messages.slice(greeted).filter((one) => one.to === `whatsapp:${NUMBERS[member]}`)

  function cardOf(member: Member, sent: Shown): ShownCard {
    const about = CARD.exec(sent.body)?.[1] ?? ''
    const end = sentTo(member).find(({ body }) => !CARD.test(body) && body.includes(`: ${about}`))
    return { text: end?.body ?? sent.body, open: end === undefined, copy: sent }
  }

  /** Somebody answers the card they were sent; somebody else only has what a tap of it carries. */
  async function answer(member: Member, { copy }: ShownCard, words: string, label: string): Promise<void> {
    const { sid, to } = copy as Shown
    const isTheirs = to === `whatsapp:${NUMBERS[member]}`
    const options = twilio.messages.filter((one) => one.to === to).flatMap((one) => one.options)
    const payload = options.findLast((one) => one.label === label)?.payload ?? ''
    await post(member, isTheirs ? { Body: words, OriginalRepliedMessageSid: sid } : { Body: label, ListId: payload })
  }

  return {
    name: 'whatsapp',
    settings: whatsAppSettings(twilio),
    handles: NUMBERS,
    async join(next) {
      running = next
      if (greeted > 0) return
      // Who has not written lately is only sent templates.
      for (const member of MEMBERS) await post(member, { Body: 'help' })
      await next.made.desk.drain()
      greeted = twilio.messages.length
    },
    say: (member, text) => post(member, { Body: text }),
    told: async (member) => sentTo(member).map((one) => one.body),
    cards: async (member) =>
      sentTo(member)
        .filter(({ body }) => CARD.test(body))
        .map((sent) => cardOf(member, sent)),
    press: (member, card, verb) => answer(member, card, VERBS[verb].number, VERBS[verb].label),
    edit: (member, card, title) => answer(member, card, `2 title: ${title}`, 'Edit'),
    trouble: (_where, ...troubles) => twilio.fault(...troubles),
    close: () => twilio.close(),
  }
}
