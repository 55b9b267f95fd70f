import { agents } from '#agents/manifest.ts'
import { closeLeftCards } from '#desk/act/left-cards.ts'
import type { Desk } from '#desk/desk.ts'
import { DESK_VERBS } from '#desk/in/verbs.ts'
import { channelDesk } from '#desk/views/channel-desk.ts'
import { plugs } from '#integrations/manifest.ts'
import { DeskError } from '#kernel/errors.ts'
import { SECOND_MS } from '#kernel/units.ts'
import { handleOf } from '#policy/people.ts'
import type { Policy, PolicyPerson } from '#policy/policy.ts'
import type { Agent } from '#ports/agent.ts'
import type { Channel, ChannelKit, ChannelVerb } from '#ports/channel.ts'
import type { Clock } from '#ports/clock.ts'
import type { Log } from '#ports/log.ts'

const FIRST_WAIT_MS = 2 * SECOND_MS
const LONGEST_WAIT_MS = 300 * SECOND_MS

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
 * that is set up wrongly says so in the log, and the desk works without it. The returned function stops them.
 */
export function startChannels(
  channels: readonly Channel[],
  desk: Pick<Desk, 'context' | 'receive' | 'wake'>,
  log: Log,
): () => Promise<void> {
  let stopped = false
  const timers = new Set<NodeJS.Timeout>()
  const begin = async (channel: Channel, waitMs: number): Promise<void> => {
    if (stopped) return
    try {
      await channel.start(channelDesk(desk, channel.name))
      log.info({ channel: channel.name }, 'the channel is open')
      await closeLeftCards(desk.context, channel)
      desk.wake()
    } catch (error) {
      const known = error instanceof DeskError ? error : null
      await channel.stop()
      if (known && !known.retry) {
        log.error({ channel: channel.name, problem: known.message }, 'the channel stays closed')
        return
      }
      log.warn({ channel: channel.name, code: known?.code ?? 'INTERNAL', waitMs }, 'the channel is opened again later')
      const timer = setTimeout(() => {
        timers.delete(timer)
        void begin(channel, Math.min(LONGEST_WAIT_MS, waitMs * 2))
      }, waitMs)
      timers.add(timer.unref())
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
