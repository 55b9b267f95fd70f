import { agents } from '#agents/manifest.ts'
import { closeLeftCards } from '#desk/act/left-cards.ts'
import type { Desk } from '#desk/desk.ts'
import { DESK_VERBS } from '#desk/in/verbs.ts'
import { channelDesk } from '#desk/views/channel-desk.ts'
import { noteClosed, noteOpen } from '#desk/watch/closed-channels.ts'
import { faultFields } from '#desk/watch/fault-fields.ts'
import { plugs } from '#integrations/manifest.ts'
import { DeskError } from '#kernel/errors.ts'
import { MINUTE_MS, SECOND_MS } from '#kernel/units.ts'
import { handleOf } from '#policy/people.ts'
import type { Policy, PolicyPerson } from '#policy/policy.ts'
import type { Agent } from '#ports/agent.ts'
import type { Channel, ChannelKit, ChannelVerb } from '#ports/channel.ts'
import type { Clock } from '#ports/clock.ts'
import type { Log } from '#ports/log.ts'

const FIRST_WAIT_MS = 2 * SECOND_MS
const LONGEST_WAIT_MS = 300 * SECOND_MS
/** What was closed for good is tried so seldom: a token that is refused again and again may get the whole application barred. */
const CLOSED_WAIT_MS = 15 * MINUTE_MS

/** Builds the channels whose settings are given. @throws DeskError CONFIG_INVALID */
export async function openChannels(
  settings: Readonly<Record<string, string>>,
  { clock, log, policy }: { clock: Clock; log: Log; policy(): Policy },
): Promise<Channel[]> {
  const opened = await Promise.all(plugs.map((plug) => plug.open(settings, kitOf(plug.name, { clock, log, policy }))))
  return opened.flatMap((channel) => channel ?? [])
}

/** What a channel is built with. */
export const kitOf = (
  channel: string,
  { clock, log, policy }: { clock: Clock; log: Log; policy(): Policy },
): ChannelKit => ({
  clock,
  log,
  people: () =>
    policy().people.map((person) => ({
      id: person.id,
      handle: handleOf(person, channel),
      email: person.email,
      zone: person.timezone,
      ...roleOf(person, channel),
    })),
  verbs: () => verbs,
})

/** The desk's own words, then those of the agents: the first of each, the second of each, and so on. */
const verbs: readonly ChannelVerb[] = [...DESK_VERBS, ...inTurn(agents.map(verbsOf))]

function verbsOf({ cues }: Agent): ChannelVerb[] {
  return cues.flatMap(({ slash, examples }) =>
    slash ? [{ verb: slash, says: `For example: ${examples[0] ?? slash}` }] : [],
  )
}

function inTurn<T>(lists: readonly (readonly T[])[]): T[] {
  const longest = Math.max(0, ...lists.map((list) => list.length))
  return Array.from({ length: longest }, (_none, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat()
}

/** Only Discord has roles that the policy knows of. */
const roleOf = ({ discordRole }: PolicyPerson, channel: string): { role?: string } =>
  channel === 'discord' && discordRole !== null ? { role: discordRole } : {}

/**
 * Starts channels beside the rest of the desk, which does not wait for them. One whose provider does not answer is tried again; one
 * that is set up wrongly, or that its provider closes for good later, says so in the log and to the owner, is tried again after
 * `closedMs`, and the desk works without it meanwhile. The returned function stops them.
 */
export function startChannels(
  channels: readonly Channel[],
  desk: Pick<Desk, 'context' | 'receive' | 'wake'>,
  log: Log,
  { closedMs = CLOSED_WAIT_MS } = {},
): () => Promise<void> {
  let stopped = false
  const timers = new Set<NodeJS.Timeout>()
  const later = (channel: Channel, afterMs: number, waitMs: number): void => {
    if (stopped) return
    const timer = setTimeout(() => {
      timers.delete(timer)
      void begin(channel, waitMs)
    }, afterMs)
    timers.add(timer.unref())
  }
  const close = async (channel: Channel, { message: problem }: DeskError): Promise<void> => {
    log.error({ channel: channel.name, problem }, 'the channel stays closed')
    later(channel, closedMs, FIRST_WAIT_MS)
    await noteClosed(desk.context, { channel: channel.name, problem }).catch((error: unknown) => {
      log.error({ channel: channel.name, ...faultFields(error) }, 'that a channel is closed could not be told')
    })
    desk.wake()
  }
  const begin = async (channel: Channel, waitMs: number): Promise<void> => {
    if (stopped) return
    const closed = (fault: DeskError): void => {
      const shut = (): Promise<void> => close(channel, fault)
      if (!stopped) void channel.stop().then(shut, shut)
    }
    try {
      await channel.start({ ...channelDesk(desk, channel.name), closed })
      log.info({ channel: channel.name }, 'the channel is open')
      await noteOpen(desk.context, channel.name)
      await closeLeftCards(desk.context, channel)
      desk.wake()
    } catch (error) {
      const known = error instanceof DeskError ? error : null
      await channel.stop()
      if (known && !known.retry) return close(channel, known)
      log.warn({ channel: channel.name, code: known?.code ?? 'INTERNAL', waitMs }, 'the channel is opened again later')
      later(channel, waitMs, Math.min(LONGEST_WAIT_MS, waitMs * 2))
    }
  }
  const begun = channels.map((channel) => begin(channel, FIRST_WAIT_MS))
  return async () => {
    stopped = true
    for (const timer of timers) clearTimeout(timer)
    await Promise.all(begun)
    await Promise.all(channels.map((channel) => channel.stop()))
  }
}
