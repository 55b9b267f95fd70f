import { ChannelType, Routes } from 'discord.js'
import { z } from 'zod'
import { HOUR_MS } from '#kernel/units.ts'
import type { ChannelKit } from '#ports/channel.ts'
import { GuardedChannel, type Readers, Role, readersOf } from './permissions.ts'
import { type Rest, refusalOf } from './rest.ts'
import type { DiscordSettings } from './settings.ts'

const Guild = z.object({ roles: z.array(Role) })

/** A channel, as far as the desk has to know it. */
export interface Place {
  /** The channel a thread belongs to; null: it is no thread. */
  parent: string | null
  /** Who reads it beside the team, in words. None: it is the team's own. */
  others: string[]
}

/** What Discord says of a channel; who of its readers is of the team, the policy in force says. */
interface Known {
  parent: string | null
  /** Its server, with whoever is let in; null: it could not be looked at. */
  guild: { id: string; readers: Readers } | null
}

const THREADS: ReadonlySet<number> = new Set([
  ChannelType.AnnouncementThread,
  ChannelType.PublicThread,
  ChannelType.PrivateThread,
])

/**
 * What is known of channels; what Discord says has changed is asked for anew. A channel is the team's own where nobody is let in but
 * people and roles that the policy names, and the role of the team; who looks after a whole server sees all of it anyway.
 */
export class Places {
  readonly #rest: Rest
  readonly #kit: Pick<ChannelKit, 'clock' | 'people'>
  readonly #settings: Pick<DiscordSettings, 'guild' | 'teamRole'>
  readonly #known = new Map<string, Known & { readMs: number }>()

  constructor(
    rest: Rest,
    kit: Pick<ChannelKit, 'clock' | 'people'>,
    settings: Pick<DiscordSettings, 'guild' | 'teamRole'>,
  ) {
    this.#rest = rest
    this.#kit = kit
    this.#settings = settings
  }

  /** @throws what Discord's client throws where it does not answer */
  async of(id: string): Promise<Place> {
    const { parent, guild } = await this.#knownOf(id)
    return { parent, others: guild ? this.#others(guild.id, guild.readers) : ['whoever is let in'] }
  }

  /** The server of a channel or thread; null for a direct message. @throws what Discord's client throws where it does not answer */
  async guildOf(id: string): Promise<string | null> {
    return (await this.#knownOf(id)).guild?.id ?? null
  }

  async #knownOf(id: string): Promise<Known> {
    const known = this.#known.get(id)
    const readMs = this.#kit.clock.nowMs()
    if (known && readMs - known.readMs < HOUR_MS) return known
    const read = await this.#read(id).catch((error: unknown): Known => {
      // What the desk may not look at is not known to be the team's own.
      if (refusalOf(error) === null && !(error instanceof z.ZodError)) throw error
      return { parent: null, guild: null }
    })
    this.#known.set(id, { ...read, readMs })
    return read
  }

  /** A channel, a role or a server was changed: who reads what may be another matter now. */
  forget(): void {
    this.#known.clear()
  }

  async #read(id: string): Promise<Known> {
    const { type, guild_id, parent_id, permission_overwrites } = GuardedChannel.parse(
      await this.#rest.get(Routes.channel(id)),
    )
    // Who reads a thread is decided by its channel; whoever is invited to a private one is let in there.
    if (THREADS.has(type) && parent_id) return { ...(await this.#knownOf(parent_id)), parent: parent_id }
    if (!guild_id) return { parent: null, guild: null }
    const { roles } = Guild.parse(await this.#rest.get(Routes.guild(guild_id)))
    return { parent: null, guild: { id: guild_id, readers: readersOf(guild_id, roles, permission_overwrites) } }
  }

  #others(guild: string, { everybody, roles, people }: Readers): string[] {
    if (this.#settings.guild !== null && this.#settings.guild !== guild) return ['people of another server']
    if (everybody) return ['everybody on the server']
    const team = this.#kit.people()
    const isTeam = (role: string): boolean =>
      role === this.#settings.teamRole || team.some((person) => person.role === role)
    return [
      ...roles.flatMap(({ id }) => (isTeam(id) ? [] : ['a role that the policy does not name'])),
      ...people.flatMap((id) => (team.some(({ handle }) => handle === id) ? [] : ['somebody let in by name'])),
    ]
  }
}
