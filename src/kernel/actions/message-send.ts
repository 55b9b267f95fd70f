import { z } from 'zod'
import { cleanText, masked } from '../display.ts'
import { MediaLink } from '../outbound.ts'
import { isWindowOpen, type Way } from '../reach.ts'
import { sayMoment } from '../time.ts'
import type { ActionContext, ActionDefinition, Facts } from './definition.ts'

const LONGEST_TEXT = 4000

const Args = z.object({
  /** Id of the contact. */
  to: z.string().min(1),
  /** By which way: one of those that they have. */
  way: z.object({ channel: z.string().min(1), conversation: z.string().min(1), address: z.string().nullable() }),
  text: z.string().trim().min(1).max(LONGEST_TEXT),
  /** Where the channel has one. */
  subject: z.string().max(200).nullable().default(null),
  media: z.array(MediaLink).max(5).default([]),
})
export type MessageArgs = z.infer<typeof Args>

/** What a text holds that a person should look at, whoever wrote it. */
export const WEIGHTY = ['commitment', 'bad_news', 'price', 'legal', 'apology'] as const
export type Weighty = (typeof WEIGHTY)[number]

/** Somebody outside and the way to them, as the gate finds both; `after` a send it also says when it goes. */
export interface Recipient {
  name: string | null
  status: string | null
  vip: boolean
  /** The way as it stands now; null: they have no such way. */
  way: Way | null
  /** Other channels that are open to them. */
  others: readonly string[]
  says: readonly Weighty[]
  /** Of what lies in the outbox: its key, when it was put there, and when it goes. */
  queued?: { key: string; atMs: number; goesMs: number }
}

/** People who are not written to without somebody having looked. */
const ALWAYS_ASKED: ReadonlySet<string> = new Set(['investor', 'press', 'journalist', 'competitor', 'legal', 'board'])

const SAID: Readonly<Record<Weighty, string>> = {
  commitment: 'makes a commitment',
  bad_news: 'is bad news',
  price: 'speaks of money',
  legal: 'speaks of legal matters',
  apology: 'is an apology',
}

/**
 * Says something to somebody outside in the team's name. It is done when it lies in the outbox, from where it leaves once and can
 * be taken back until then; that it could not be delivered is told to whoever asked.
 */
export const messageSend: ActionDefinition<MessageArgs, Recipient> = {
  kind: 'message.send',
  args: Args,
  store: 'messages',
  risk: 'medium',
  undo: 'clean',
  approveIf: null,
  askIf: 'outreach.approve_if',
  autonomy: ({ first_touch, follow_up }) =>
    `outreach.autonomy.${first_touch ? 'send_first_touch' : follow_up ? 'follow_up' : 'send_reply'}`,
  facts: (args, before, context) => factsOf(args, before, context),
  refuse: (_args, before, { principal }) => {
    if (principal.kind !== 'member') return 'messages to people outside are the team’s to send'
    if (before === null) return 'nobody of that name is on file'
    if (before.way === null) return `that is no way of reaching ${nameOf(before)} that we know`
    return sayBarred(before.way, nameOf(before))
  },
  ask: (_args, before, { principal }) => {
    const by = before?.way?.takenBy
    if (by && by !== principal.id) return 'a colleague answers there in the desk’s place'
    if (before?.vip) return 'they are named under `vip`'
    if (before?.status && ALWAYS_ASKED.has(before.status.toLowerCase()))
      return `they are ${before.status.toLowerCase()}`
    const [first] = before?.says ?? []
    return first === undefined ? null : `it ${SAID[first]}`
  },
  stale: () => false,
  standing: (args) => args,
  inverse: (_args, _before, { queued }) =>
    queued && queued.goesMs > queued.atMs ? { kind: 'message.withdraw', args: { key: queued.key } } : null,
  say: ({ text, way, media }, before, tense, context) => {
    const who = `${before ? nameOf(before) : 'them'} by ${sayWay(way)}`
    const files = media.length === 0 ? '' : ` with ${media.map(({ name }) => name).join(', ')}`
    const when = before?.way ? sayWhen(before.way, context) : ''
    return `${tense === 'will' ? 'Write to' : 'On its way to'} ${who}${files}${when}:\n${quoteLines(text)}`
  },
}

const nameOf = ({ name, way }: Recipient): string => name ?? (way?.address ? masked(way.address) : 'them')

function factsOf({ way }: MessageArgs, before: Recipient | null, { principal, nowMs }: ActionContext): Facts {
  const now = before?.way ?? null
  return {
    by: principal.kind,
    verified: principal.assurance === 'verified',
    recipients: 1,
    channel: way.channel,
    first_touch: now?.heardMs === null && now.toldMs === null,
    follow_up: now !== null && now.toldMs !== null && now.toldMs > (now.heardMs ?? 0),
    consent: now?.consent?.state ?? 'unknown',
    in_window: now !== null && isWindowOpen(now, nowMs),
    says: [...(before?.says ?? [])],
    standing: before?.status ? [before.status.toLowerCase()] : [],
    vip: before?.vip ?? false,
  }
}

/** Why nothing can be said by a way, as a sentence without its end; null where it can. */
export function sayBarred(
  { barred, channel, consent }: Pick<Way, 'barred' | 'channel' | 'consent'>,
  who: string,
): string | null {
  const place = CHANNELS[channel] ?? channel
  switch (barred) {
    case null:
      return null
    case 'opted_out':
      return `${who} asked for silence on ${place}${consent?.words ? ` ("${cleanText(consent.words, { oneLine: true, maxLength: 60 })}")` : ''}, and only they can take that back (START)`
    case 'no_consent':
      return `${who} has not agreed to be written to on ${place} (whatsapp.opt_in_required)`
    case 'window_closed':
      return `${who} last wrote on ${place} too long ago for free text, and no approved template is set up (whatsapp.templates)`
    case 'unreachable':
      return `${place} says that ${who} cannot be reached there`
    case 'no_sender':
      return `no sender is set up for ${place}`
  }
}

const CHANNELS: Readonly<Record<string, string>> = {
  whatsapp: 'WhatsApp',
  slack: 'Slack',
  discord: 'Discord',
  email: 'mail',
}

/** `WhatsApp (+44•••123)`. */
export const sayWay = ({ channel, address }: Pick<Way, 'channel' | 'address'>): string =>
  `${CHANNELS[channel] ?? channel}${address === null ? '' : ` (${masked(address)})`}`

const WAITS = {
  quiet_hours: 'it is quiet hours where they are',
  person_limit: 'they have had as many messages as outreach.limits allows',
  company_limit: 'their company has had as many messages today as outreach.limits allows',
  mailbox_limit: 'as many mails have left today as outreach.limits allows',
} as const

/** Until when free text may go there, and why it goes later than now. */
function sayWhen(way: Way, { zone, nowMs }: ActionContext): string {
  const { windowUntilMs, waits, fromMs, template } = way
  const at = (ms: number) => sayMoment(ms, zone, nowMs)
  const leaves = waits === null ? '' : `, at ${at(fromMs)} (${WAITS[waits]})`
  if (windowUntilMs === null) return leaves
  if (isWindowOpen(way, Math.max(nowMs, fromMs))) return `${leaves}, free text until ${at(windowUntilMs)}`
  return `${leaves}, with the template "${template ?? 'reopen'}" first: the window for free text is closed`
}

const quoteLines = (text: string): string =>
  cleanText(text)
    .split('\n')
    .map((line) => `> ${line}`.trimEnd())
    .join('\n')

const WithdrawArgs = z.object({
  /** Its key in the outbox. */
  key: z.string().min(1),
})

/** A message that is to be taken back: whether it still lies in the outbox. */
export interface Withdrawn {
  waits: boolean
}

/** Takes back a message that has not left. */
export const messageWithdraw: ActionDefinition<z.infer<typeof WithdrawArgs>, Withdrawn> = {
  kind: 'message.withdraw',
  args: WithdrawArgs,
  store: 'messages',
  risk: 'low',
  undo: 'impossible',
  inverseOnly: true,
  approveIf: null,
  autonomy: () => [],
  facts: (_args, _before, { principal }) => ({ by: principal.kind }),
  refuse: (_args, before, { principal }) => {
    if (principal.kind !== 'member') return 'messages are the team’s'
    return before?.waits ? null : 'it has left already; send a correction instead'
  },
  stale: () => false,
  inverse: () => null,
  say: (_args, _before, tense) =>
    tense === 'will' ? 'Take the message back' : 'Took the message back: it is not sent',
}
