import { z } from 'zod'
import { DecisionVerb, type InboundDraft } from '#kernel/inbound.ts'
import type { ChannelKit, ChannelPerson } from '#ports/channel.ts'
import type { Posted } from '../hook.ts'
import { numberOf } from '../number.ts'
import { PRESS } from '../send/payload.ts'

const Address = z.string().regex(/^whatsapp:\+[1-9]\d{6,14}$/)
const Optional = z.string().optional()

/**
 * What Twilio says of a message that came in; only what the desk reads is named.
 * Source: https://www.twilio.com/docs/messaging/guides/webhook-request
 */
const Message = z.object({
  MessageSid: Optional,
  AccountSid: z.string(),
  From: Address,
  To: z.string(),
  Body: z.string().default(''),
  /** What they call themselves. */
  ProfileName: Optional,
  WaId: Optional,
  /** What the tapped button or line of a list carries. */
  ButtonPayload: Optional,
  ListId: Optional,
  /** The message they replied to. */
  OriginalRepliedMessageSid: Optional,
  NumMedia: z.coerce.number().int().min(0).max(10).catch(0),
})

/** Something a person sent, as the desk takes it; null where the post says nothing of that kind. `token` is the same in every delivery. */
export function fromPosted(kit: ChannelKit, posted: Posted, token: string | null): InboundDraft | null {
  const { success, data } = Message.safeParse(posted)
  const id = data?.MessageSid ?? token
  if (!success || !id) return null
  const number = numberOf(data.From)
  const tapped = data.ButtonPayload ?? data.ListId
  return {
    id,
    channel: 'whatsapp',
    account: numberOf(data.To),
    conversation: data.From,
    from: senderOf(kit, number, data),
    ...saidBy(tapped, data),
    ...(data.NumMedia > 0 && { media: mediaIn(posted, data.NumMedia) }),
    atMs: kit.clock.nowMs(),
  }
}

/** A member is whose number the policy names: WhatsApp has verified it. Everybody else is outside, and called what they say. */
function senderOf(
  kit: ChannelKit,
  number: string,
  { ProfileName, WaId }: z.infer<typeof Message>,
): InboundDraft['from'] {
  const numbers = [number, ...(WaId ? [`+${WaId}`] : [])]
  const member = kit.people().find(({ handle }) => handle !== null && numbers.includes(handle))
  if (member) return memberSender(member)
  return { kind: 'client', id: number, phone: number, ...(ProfileName && { name: ProfileName }), assurance: 'verified' }
}

const memberSender = ({ id, zone }: ChannelPerson): InboundDraft['from'] => ({
  kind: 'member',
  id,
  zone,
  assurance: 'verified',
})

type Said = Pick<InboundDraft, 'kind' | 'text' | 'replyTo' | 'press'>

/** A button of a card decides, other than "Edit": what is to be changed has to be written. Every other tap is what it says. */
function saidBy(tapped: string | undefined, data: z.infer<typeof Message>): Said {
  const [, name, ticket] = PRESS.exec(tapped ?? '') ?? []
  const verb = name && DecisionVerb.parse(name)
  if (verb === 'edit') return { kind: 'message', text: verb, replyTo: ticket }
  if (verb && ticket) return { kind: 'decision', press: { verb, ticket } }
  return { kind: 'message', text: tapped ?? data.Body, replyTo: data.OriginalRepliedMessageSid }
}

/** Files of a message: what kind each is by the post, and where Twilio keeps it. */
const mediaIn = (posted: Posted, count: number): NonNullable<InboundDraft['media']> =>
  Array.from({ length: count }, (_none, at) => ({
    type: (posted[`MediaContentType${at}`] ?? '').slice(0, 100),
    ref: (posted[`MediaUrl${at}`] ?? '').slice(0, 500),
  }))
