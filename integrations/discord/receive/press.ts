import { sha256 } from '#kernel/ids.ts'
import type { InboundDraft, Press } from '#kernel/inbound.ts'
import { wallDay } from '#kernel/time.ts'
import { MINUTE_MS } from '#kernel/units.ts'
import type { ChannelPerson } from '#ports/channel.ts'
import { alone, bornMs } from '../place.ts'
import { TOMORROW } from '../send/buttons.ts'
import type { Wiring } from '../wiring.ts'
import { type Interaction, type Tap, userOf } from './bodies.ts'
import { threadOf } from './thread.ts'

/** Taps on one button within this time are one tap. */
const ONE_TAP_MS = 10_000
/** When a morning begins that somebody snoozed to. */
const MORNING_MINUTE = 9 * 60

const tapOf = ({ id }: Interaction): number => Math.floor(bornMs(id) / ONE_TAP_MS)

/** A decision pressed on a card. Who may take it, and who was first, the desk says. */
export function fromPress(discord: Wiring, by: Interaction, press: Press, tap: string): InboundDraft {
  const user = userOf(by)
  const standsFor = roleHolder(discord, by)
  return {
    id: `press:${sha256(press.ticket).slice(0, 24)}:${press.verb}:${tap}`,
    channel: 'discord',
    account: discord.app,
    conversation: alone(user.id),
    kind: 'decision',
    from: { ...discord.directory.senderOf(user), ...(standsFor && { standsFor: standsFor.id }) },
    press,
    atMs: discord.kit.clock.nowMs(),
  }
}

/** A press of approve, take over or snooze, which need no form. */
export function pressOf(discord: Wiring, tap: Tap, verb: Press['verb'], ticket: string): InboundDraft {
  const [time = ''] = tap.data.values
  const note = time === TOMORROW ? String(minutesToMorning(discord, tap)) : time
  return fromPress(discord, tap, { ticket, verb, ...(note && { note }) }, `${time}${tapOf(tap)}`)
}

/**
 * The one member of the team for whom somebody may decide by a role they hold on a server, or null. Who holds the roles of several
 * is none of them: it would not be clear whose yes it is.
 */
export function roleHolder({ kit }: Wiring, { member }: Interaction): ChannelPerson | null {
  const held = kit.people().filter(({ role }) => role && member?.roles.includes(role))
  return held.length === 1 ? (held[0] ?? null) : null
}

/** Minutes until tomorrow morning on somebody's wall. */
function minutesToMorning({ kit, directory }: Wiring, by: Interaction): number {
  const nowMs = kit.clock.nowMs()
  const zone = directory.memberOf(userOf(by).id)?.zone ?? 'Etc/UTC'
  return Math.max(1, Math.round((wallDay(nowMs, zone, 1).atMinute(MORNING_MINUTE) - nowMs) / MINUTE_MS))
}

/** A button that says something for whoever taps it: a choice, undo, why. It is said where the button stands. */
export async function fromSaying(discord: Wiring, tap: Tap, kind: string, text: string): Promise<InboundDraft> {
  return {
    id: `say:${tap.message?.id ?? tap.id}:${kind}:${tapOf(tap)}`,
    channel: 'discord',
    account: discord.app,
    conversation: await placeOfTap(discord, tap),
    kind: 'message',
    from: discord.directory.senderOf(userOf(tap)),
    text,
    atMs: discord.kit.clock.nowMs(),
  }
}

/** A card in a channel is spoken of in its own thread; what outsiders would read is said alone. */
async function placeOfTap(discord: Wiring, tap: Tap): Promise<string> {
  const { guild_id: guild, channel_id: channel, message } = tap
  const user = userOf(tap)
  if (!guild || !channel) return alone(user.id)
  const { others } = await discord.places.of(channel)
  if (others.length > 0 && discord.directory.memberOf(user.id)) return alone(user.id)
  return (await threadOf(discord, guild, channel, message?.id ?? null)).conversation
}
