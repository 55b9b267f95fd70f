import { sha256 } from '#kernel/ids.ts'
import type { InboundDraft, Press, Sender } from '#kernel/inbound.ts'
import { wallDay } from '#kernel/time.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import { conversationOf, isUser } from '../place.ts'
import { TOMORROW } from '../send/actions.ts'
import type { Wiring } from '../wiring.ts'
import type { Action, ButtonBody } from './bodies.ts'
import { tsMs } from './bodies.ts'
import { alone, isSharedChannel } from './shared.ts'

/** Taps on one button within this time are one tap. */
const ONE_TAP_MS = 10_000
/** When a morning begins that somebody snoozed to. */
const MORNING_MINUTE = 9 * 60

const tapOf = (action: Action): number => Math.floor(tsMs(action.action_ts) / ONE_TAP_MS)

/** A decision pressed on a card. Who may take it, and who was first, the desk says. */
export async function fromPress(slack: Wiring, user: string, press: Press, tap: string): Promise<InboundDraft> {
  const from = await slack.directory.senderOf(user)
  return {
    id: `press:${sha256(press.ticket).slice(0, 24)}:${press.verb}:${tap}`,
    channel: 'slack',
    account: slack.team,
    conversation: alone(slack, user),
    kind: 'decision',
    from,
    press,
    atMs: slack.kit.clock.nowMs(),
  }
}

/** A press of approve, take over or snooze, which need no form. */
export async function pressOf(slack: Wiring, user: string, verb: Press['verb'], action: Action): Promise<InboundDraft> {
  const [ticket = '', time = ''] = (action.selected_option?.value ?? action.value ?? '').split(' ')
  const note = time === TOMORROW ? String(await minutesToMorning(slack, user)) : time
  return fromPress(slack, user, { ticket, verb, ...(note && { note }) }, `${time}${tapOf(action)}`)
}

/** Minutes until tomorrow morning on somebody's wall. */
async function minutesToMorning(slack: Wiring, user: string): Promise<number> {
  const nowMs = slack.kit.clock.nowMs()
  const zone = (await slack.directory.memberOf(user))?.zone ?? 'Etc/UTC'
  return Math.max(1, Math.round((wallDay(nowMs, zone, 1).atMinute(MORNING_MINUTE) - nowMs) / MINUTE_MS))
}

/** A button that says something for whoever taps it: a choice, undo, why. */
export async function fromSaying(slack: Wiring, body: ButtonBody, action: Action): Promise<InboundDraft> {
  const { container, user } = body
  const from = await slack.directory.senderOf(user.id)
  return {
    id: `say:${container.message_ts ?? container.view_id ?? ''}:${action.action_id}:${tapOf(action)}`,
    channel: 'slack',
    account: slack.team,
    conversation: await placeOfTap(slack, body, from),
    kind: 'message',
    from,
    text: action.value ?? '',
    atMs: slack.kit.clock.nowMs(),
  }
}

/** It is said where the button stands; what people of other companies would read, a colleague says alone. */
async function placeOfTap(slack: Wiring, { container, message, user }: ButtonBody, from: Sender): Promise<string> {
  const place = container.channel_id ?? user.id
  const isDirect = place.startsWith('D') || isUser(place)
  if (!isDirect && from.kind === 'member' && (await isSharedChannel(slack, place))) return alone(slack, user.id)
  return conversationOf({ team: slack.team, place: isDirect ? user.id : place, thread: message?.thread_ts ?? null })
}
